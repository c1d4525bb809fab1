package watertight.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watertight.checker.explore.Effect.Truth;
import watertight.model.Property;

/** Watches whether a property is broken anywhere. */
final class Watch<A> {
  private final Property<A> property;
  private final int number;
  private final int watches;
  private final Slots slots;
  private final Projections projections;
  private final DecisionTree<Truth> ofStates = new DecisionTree<>();
  private final int[] pair;
  private Sight sight;
  private TruthTable table;

  Watch(Property<A> property, int number, int watches, Slots slots, Projections projections) {
    this.property = property;
    this.number = number;
    this.watches = watches;
    this.slots = slots;
    this.projections = projections;
    this.pair = new int[2 * slots.capacity()];
  }

  boolean isOfSteps() {
    return property instanceof Property.OfSteps<A>;
  }

  /** Notes from now on where a property of states looks. */
  void noteSight() {
    sight = new Sight();
  }

  /** Whether a change of a place may change what a property of states says. */
  boolean sees(int slot, int from, int to) {
    return sight.sees(slot, from, to);
  }

  /** Whether a state is as the property says; true for a property of steps. */
  boolean holds(int[] state) {
    if (!(property instanceof Property.OfStates<A> ofStates)) {
      return true;
    }
    Boolean said = table == null ? null : table.find(state);
    if (said != null) {
      return said;
    }
    Truth known = this.ofStates.find(state);
    if (known == null || table != null && table.isUsable()) {
      Tracer tracer = new Tracer(slots, projections, state);
      known = Truth.of(ofStates.holds(tracer));
      learn(state, tracer.reads(), known);
    }
    return known == Truth.YES;
  }

  /** Passes on what the verdict on a step that changes nothing depends on. */
  void collect(int[] state, Effect effect, DecisionTree.ReadSink sink) {
    if (isOfSteps()) {
      int half = slots.capacity();
      effect
          .treeOf(number, watches)
          .collect(pair, (slot, view, seen) -> sink.read(slot % half, view, seen));
    }
  }

  private void learn(int[] state, List<Tracer.Read> reads, Truth truth) {
    ofStates.add(reads, truth);
    if (sight != null) {
      sight.add(reads);
    }
    if (table == null) {
      table = new TruthTable(reads);
    }
    table.put(state, reads, truth == Truth.YES);
  }

  /** Whether a step is as the property says; true for a property of states. */
  boolean holds(int[] before, A action, Effect effect, int[] after) {
    if (!(property instanceof Property.OfSteps<A> ofSteps)) {
      return true;
    }
    System.arraycopy(before, 0, pair, 0, slots.size());
    System.arraycopy(after, 0, pair, slots.capacity(), slots.size());
    DecisionTree<Truth> tree = effect.treeOf(number, watches);
    Truth known = tree.find(pair);
    if (known == null) {
      List<Tracer.Read> reads = new ArrayList<>();
      int[] then = Arrays.copyOf(before, before.length);
      int[] now = Arrays.copyOf(after, after.length);
      Tracer first = new Tracer(slots, projections, then, 0, reads);
      Tracer second = new Tracer(slots, projections, now, slots.capacity(), reads);
      known = Truth.of(ofSteps.holds(first, action, effect.result, second));
      tree.add(reads, known);
    }
    return known == Truth.YES;
  }
}
