package watertight.checker.explore;

import java.util.LinkedHashSet;
import java.util.Set;
import watertight.model.Gate;
import watertight.model.Property;
import watertight.model.Result;

/** What a search is to find out: whether a property breaks, and whether its witness is met. */
final class Judge<A> {
  private final Watch<A> watch;
  private final Watch<A> witness;
  private final Set<String> outOfScope = new LinkedHashSet<>();
  private final Set<Gate> refusedBy = new LinkedHashSet<>();
  private boolean witnessed;

  Judge(Property<A> property, Property<A> witness, Slots slots, Projections projections) {
    this.watch = new Watch<>(property, 0, 2, slots, projections);
    this.witness = witness == null ? null : new Watch<>(witness, 1, 2, slots, projections);
  }

  boolean witnessed() {
    return witnessed;
  }

  Set<String> outOfScope() {
    return outOfScope;
  }

  Set<Gate> refusedBy() {
    return refusedBy;
  }

  /** Whether single steps must be judged: not when states alone are, and the witness was met. */
  boolean looksAtSteps() {
    return watch.isOfSteps() || witness != null && !witnessed && witness.isOfSteps();
  }

  /** Notes from now on where property and witness look. */
  void noteSight() {
    watch.noteSight();
    if (witness != null) {
      witness.noteSight();
    }
  }

  /** Whether a change of a place may show in the property, or in a witness not met yet. */
  boolean sees(int slot, int from, int to) {
    return watch.sees(slot, from, to)
        || witness != null && !witnessed && witness.sees(slot, from, to);
  }

  /** Whether a state breaks the property. */
  boolean breaks(int[] state) {
    if (witness != null && !witnessed) {
      witnessed = !witness.holds(state);
    }
    return !watch.holds(state);
  }

  /** Whether a step breaks the property. */
  boolean breaks(int[] state, A action, Effect effect, int[] next) {
    if (witness != null && !witnessed) {
      witnessed = !witness.holds(state, action, effect, next);
    }
    return !watch.holds(state, action, effect, next);
  }

  /** As {@link Actions.Visitor#matters}. */
  boolean matters(int[] state, A action, Effect effect, DecisionTree.ReadSink sink) {
    note(effect.result);
    if (!effect.result.taken()) {
      return false;
    }
    boolean broken = !watch.holds(state, action, effect, state);
    watch.collect(state, effect, sink);
    if (witness != null && !witnessed) {
      witnessed = !witness.holds(state, action, effect, state);
    }
    return broken;
  }

  private void note(Result result) {
    switch (result) {
      case Result.Refused refused -> refusedBy.add(refused.gate());
      case Result.OutOfScope out -> outOfScope.add(out.what());
      case Result.Returned r -> {}
      case Result.Blocks b -> {}
      case Result.Dies d -> {}
      case Result.DoesNotEnd d -> {}
      case Result.NotEnabled n -> {}
    }
  }
}
