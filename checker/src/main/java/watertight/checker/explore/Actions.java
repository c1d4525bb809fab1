package watertight.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import watertight.model.Domain;
import watertight.model.Family;
import watertight.model.Machine;
import watertight.model.Result;

/** The actions of a machine, with the decision tree of each. */
final class Actions<A> {
  /** Takes what can happen in a state, in the order of actions. */
  interface Visitor<A> {
    /** Takes an action that may change the state; whether to go on. */
    boolean visit(A action, Effect effect);

    /**
     * Takes an action that changes nothing, once for all states that look the same to its family.
     *
     * @param sink takes what the answer depends on
     * @return whether the action must be visited in each such state all the same
     */
    boolean matters(A action, Effect effect, DecisionTree.ReadSink sink);

    /** Takes the number of actions that change nothing. */
    void unchanged(int count);
  }

  /** What the actions of a family come to, in all states that look the same to them. */
  private static final class Outcome extends DecisionTree.Leaf {
    final Object[] actions;
    final Effect[] effects;
    final int unchanged;

    Outcome(List<Object> actions, List<Effect> effects, int unchanged) {
      this.actions = actions.toArray();
      this.effects = effects.toArray(new Effect[0]);
      this.unchanged = unchanged;
    }
  }

  private final class One {
    final A action;
    final DecisionTree<Effect> tree = new DecisionTree<>();

    One(A action) {
      this.action = action;
    }
  }

  private final class Group {
    final int number;
    final Family<A> family;
    final List<Choices> choices = new ArrayList<>();
    final Map<Long, One> made = new HashMap<>();
    final DecisionTree<Outcome> tree = new DecisionTree<>();
    long hits;
    long misses;
    Object[] dense;

    Group(int number, Family<A> family) {
      this.number = number;
      this.family = family;
      this.dense = family.size() <= MAX_DENSE ? new Object[(int) family.size()] : null;
    }

    /** Whether states look the same to the family often enough for outcomes to be worth keeping. */
    boolean learns() {
      return misses < TRIED || misses < MAX_OUTCOMES && hits > misses;
    }
  }

  private static final int MAX_DENSE = 1 << 22;
  private static final int MAX_OUTCOMES = 1 << 18;
  private static final int TRIED = 2000;

  private final Machine<A> machine;
  private final Slots slots;
  private final Projections projections;
  private final Independence<A> independence;
  private final List<Group> groups = new ArrayList<>();
  private final ReadList reads;
  private long runs;

  Actions(Machine<A> machine, Slots slots, Projections projections, Reductions reductions) {
    this.machine = machine;
    this.independence = new Independence<>(machine, slots, reductions.partialOrder());
    this.slots = slots;
    this.projections = projections;
    this.reads = new ReadList(slots.capacity());
    Map<Domain<?>, Choices> shared = new IdentityHashMap<>();
    for (Family<A> family : machine.families()) {
      Group group = new Group(groups.size(), family);
      for (Domain<?> domain : family.domains()) {
        group.choices.add(
            shared.computeIfAbsent(
                domain, d -> new Choices(d, slots, projections, reductions.alike())));
      }
      groups.add(group);
    }
  }

  /** How many actions there are, before any reduction. */
  long size() {
    return groups.stream().mapToLong(group -> group.family.size()).sum();
  }

  /** How often a rule was really run. */
  long runs() {
    return runs;
  }

  /** Visits the actions to try in a state, with what they come to. */
  void visit(int[] state, Visitor<A> visitor) {
    for (Group group : groups) {
      Outcome outcome = outcome(group, state, visitor);
      visitor.unchanged(outcome.unchanged);
      if (!visit(outcome, visitor)) {
        return;
      }
    }
  }

  /** Whether it is known which steps touch nothing that others touch. */
  boolean knowsIndependence() {
    return independence.isKnown();
  }

  /**
   * The first step in a state that touches nothing that others may ever touch, and of which {@code
   * stands} says that it may stand for all; or null.
   */
  Effect localIn(int[] state, Visitor<A> visitor, Predicate<Effect> stands) {
    for (Group group : groups) {
      Outcome outcome = outcome(group, state, visitor);
      if (outcome.effects.length == 1
          && outcome.effects[0].local
          && stands.test(outcome.effects[0])) {
        return outcome.effects[0];
      }
    }
    return null;
  }

  private Outcome outcome(Group group, int[] state, Visitor<A> visitor) {
    Outcome outcome = group.learns() ? group.tree.find(state) : null;
    if (outcome == null) {
      return decide(group, state, visitor);
    }
    group.hits++;
    return outcome;
  }

  @SuppressWarnings("unchecked")
  private boolean visit(Outcome outcome, Visitor<A> visitor) {
    for (int i = 0; i < outcome.effects.length; i++) {
      if (!visitor.visit((A) outcome.actions[i], outcome.effects[i])) {
        return false;
      }
    }
    return true;
  }

  private Outcome decide(Group group, int[] state, Visitor<A> visitor) {
    reads.clear();
    int[][] kept = new int[group.choices.size()][];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = group.choices.get(i).in(state, reads);
    }
    boolean learns = group.learns();
    List<Object> actions = new ArrayList<>();
    List<Effect> effects = new ArrayList<>();
    int[] unchanged = new int[1];
    forEach(
        group,
        kept,
        one -> {
          Effect effect = effect(group, one, state);
          if (learns) {
            one.tree.collect(state, reads);
          }
          if (effect.rewrites.length > 0 || visitor.matters(one.action, effect, reads)) {
            actions.add(one.action);
            effects.add(effect);
          } else if (effect.result.taken()) {
            unchanged[0]++;
          }
        });
    Outcome outcome = new Outcome(actions, effects, unchanged[0]);
    if (group.learns()) {
      group.tree.add(reads.list(), outcome);
    }
    group.misses++;
    return outcome;
  }

  private void forEach(Group group, int[][] kept, Consumer<One> visitor) {
    for (int[] one : kept) {
      if (one.length == 0) {
        return;
      }
    }
    int[] at = new int[kept.length];
    int[] choice = new int[kept.length];
    int moving = 0;
    while (moving >= 0) {
      long index = 0;
      for (int i = 0; i < kept.length; i++) {
        choice[i] = kept[i][at[i]];
        index = index * group.family.domains().get(i).values().size() + choice[i];
      }
      visitor.accept(one(group, index, choice));
      moving = kept.length - 1;
      while (moving >= 0 && ++at[moving] == kept[moving].length) {
        at[moving--] = 0;
      }
    }
  }

  @SuppressWarnings("unchecked")
  private One one(Group group, long index, int[] choice) {
    if (group.dense == null) {
      return group.made.computeIfAbsent(index, i -> new One(group.family.action(choice)));
    }
    Object known = group.dense[(int) index];
    if (known == null) {
      known = new One(group.family.action(choice));
      group.dense[(int) index] = known;
    }
    return (One) known;
  }

  private Effect effect(Group group, One one, int[] state) {
    Effect known = one.tree.find(state);
    return known != null ? known : learn(group, one, state);
  }

  /** The values of these places, where they were read whole. */
  private static int[] before(int[] slots, List<Tracer.Read> reads) {
    int[] before = new int[slots.length];
    Arrays.fill(before, -1);
    for (int i = 0; i < slots.length; i++) {
      for (Tracer.Read read : reads) {
        if (read.slot() == slots[i] && read.projection() == null) {
          before[i] = read.observed();
        }
      }
    }
    return before;
  }

  private Effect learn(Group group, One one, int[] state) {
    runs++;
    Tracer tracer = new Tracer(slots, projections, state);
    Result result = machine.step(one.action, tracer);
    int[] written = result.taken() ? tracer.writtenSlots() : Objects.NONE;
    Rewrite[] rewrites = new Rewrite[written.length];
    for (int i = 0; i < written.length; i++) {
      rewrites[i] = tracer.rewrite(written[i]);
    }
    Effect effect =
        new Effect(
            result,
            written,
            before(written, tracer.reads()),
            rewrites,
            independence.isLocal(group.number, tracer.reads(), written));
    one.tree.add(tracer.reads(), effect);
    return effect;
  }
}
