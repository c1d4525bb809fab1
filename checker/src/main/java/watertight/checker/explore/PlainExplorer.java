package watertight.checker.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.UnaryOperator;
import watertight.model.Cell;
import watertight.model.Family;
import watertight.model.Machine;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Result;

/**
 * The naive explorer: every action in every state, on plain records, nothing learned and nothing
 * packed. Slow, short, and the oracle of the other.
 */
public final class PlainExplorer {
  private PlainExplorer() {}

  /**
   * What the naive search has seen.
   *
   * @param states every state, with the number of steps to it
   * @param transitions the steps that changed the state
   * @param brokenAfter the length of the shortest trace that breaks the property, or −1
   */
  public record Seen(Map<PlainCells, Integer> states, long transitions, int brokenAfter) {}

  /**
   * Visits every state within {@code depth} steps, whether or not the property is broken on the
   * way.
   *
   * @param canonical what stands for a state, such as {@link #dropUnreachable}
   */
  public static <A> Seen explore(
      Machine<A> machine, Property<A> property, int depth, UnaryOperator<PlainCells> canonical) {
    PlainCells start = PlainCells.empty();
    machine.start(start);
    start = canonical.apply(start);
    Map<PlainCells, Integer> states = new HashMap<>(Map.of(start, 0));
    Queue<PlainCells> queue = new ArrayDeque<>(List.of(start));
    List<A> actions = actions(machine);
    long transitions = 0;
    int brokenAfter = breaks(property, start) ? 0 : -1;
    while (!queue.isEmpty()) {
      PlainCells state = queue.remove();
      int steps = states.get(state);
      if (steps == depth) {
        continue;
      }
      for (A action : actions) {
        PlainCells next = state.copy();
        Result result = machine.step(action, next);
        if (!result.taken()) {
          continue;
        }
        boolean broken = breaks(property, state, action, result, next);
        boolean changed = !next.equals(state);
        transitions += changed ? 1 : 0;
        next = canonical.apply(next);
        broken |= breaks(property, next);
        brokenAfter = broken && brokenAfter < 0 ? steps + 1 : brokenAfter;
        if (changed && states.putIfAbsent(next, steps + 1) == null) {
          queue.add(next);
        }
      }
    }
    return new Seen(states, transitions, brokenAfter);
  }

  /** Every action of a machine. */
  public static <A> List<A> actions(Machine<A> machine) {
    List<A> actions = new ArrayList<>();
    for (Family<A> family : machine.families()) {
      int[] choice = new int[family.domains().size()];
      for (long left = family.size(); left > 0; left--) {
        actions.add(family.action(choice));
        for (int i = choice.length - 1; i >= 0; i--) {
          choice[i] = (choice[i] + 1) % family.domains().get(i).values().size();
          if (choice[i] != 0) {
            break;
          }
        }
      }
    }
    return actions;
  }

  private static <A> boolean breaks(Property<A> property, PlainCells state) {
    return property instanceof Property.OfStates<A> ofStates && !ofStates.holds(state);
  }

  private static <A> boolean breaks(
      Property<A> property, PlainCells before, A action, Result result, PlainCells after) {
    return property instanceof Property.OfSteps<A> ofSteps
        && !ofSteps.holds(before, action, result, after);
  }

  /** The state without the objects that nobody can reach. */
  public static PlainCells dropUnreachable(PlainCells state) {
    Map<Ref, Boolean> reached = new LinkedHashMap<>();
    Queue<Ref> queue = new ArrayDeque<>();
    state
        .values()
        .forEach(
            (cell, value) -> {
              if (cell.owner() == null) {
                reach(value, reached, queue);
              }
            });
    while (!queue.isEmpty()) {
      Ref object = queue.remove();
      state
          .values()
          .forEach(
              (cell, value) -> {
                if (object.equals(cell.owner())) {
                  reach(value, reached, queue);
                }
              });
    }
    PlainCells kept = PlainCells.empty();
    state
        .values()
        .forEach(
            (cell, value) -> {
              if (cell.owner() == null || reached.containsKey(cell.owner())) {
                put(kept, cell, value);
              }
            });
    return kept;
  }

  @SuppressWarnings("unchecked")
  private static <T> void put(PlainCells cells, Cell<T> cell, Object value) {
    cells.set(cell, (T) value);
  }

  private static void reach(Object value, Map<Ref, Boolean> reached, Queue<Ref> queue) {
    if (value instanceof Referring<?> referring) {
      referring.eachRef(ref -> mark(ref, reached, queue));
      referring.eachKeyed(
          (key, ref) -> {
            mark(key, reached, queue);
            mark(ref, reached, queue);
          });
    }
  }

  private static void mark(Ref ref, Map<Ref, Boolean> reached, Queue<Ref> queue) {
    if (reached.putIfAbsent(ref, true) == null) {
      queue.add(ref);
    }
  }
}
