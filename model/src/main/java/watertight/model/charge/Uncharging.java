package watertight.model.charge;

import static watertight.model.charge.ChargeGuards.UNCHARGE_MATCHES_CHARGE;

import java.util.List;
import watertight.model.Result;

/**
 * page_counter_uncharge: leaf to root, each level is lowered. From the first of these steps on the
 * pages are no longer held.
 *
 * @param pages how many
 * @param left where they must still be subtracted, in this order
 */
public record Uncharging(int pages, List<Group> left) implements Doing {
  public Uncharging {
    left = List.copyOf(left);
  }

  /** The first atomic step: the oldest pages held go. */
  static Result start(Turn turn) {
    Charged oldest = turn.state().held().getFirst();
    Group from = turn.has(UNCHARGE_MATCHES_CHARGE) ? oldest.group() : turn.state().home();
    TaskState less = turn.state().without(oldest);
    List<Group> levels = turn.levels(from);
    return levels.isEmpty() ? free(turn, less) : subtract(turn, less, oldest.pages(), levels);
  }

  /** Nothing is charged at the root of pids. */
  private static Result free(Turn turn, TaskState state) {
    if (turn.countsNumbers()) {
      turn.freeNumber();
      turn.finish(state);
      return Did.of("free-pid", "given back");
    }
    turn.finish(state);
    return Did.of("exit", "given back");
  }

  @Override
  public Result step(Turn turn) {
    return subtract(turn, turn.state(), pages, left);
  }

  private static Result subtract(Turn turn, TaskState state, int pages, List<Group> left) {
    Group at = left.getFirst();
    turn.subtract(at, pages);
    boolean last = left.size() == 1;
    boolean done = last && !turn.countsNumbers();
    if (done) {
      turn.finish(state);
    } else {
      List<Group> above = left.subList(1, left.size());
      turn.put(state.doing(last ? new FreeingNumber(false) : new Uncharging(pages, above)));
    }
    return Did.of("sub " + at + " " + pages, done ? "given back" : "ok");
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(pages, left, true);
  }

  @Override
  public int numbersInFlight() {
    return 1;
  }
}
