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
    return subtract(turn, turn.state().without(oldest), oldest.pages(), turn.levels(from));
  }

  @Override
  public Result step(Turn turn) {
    return subtract(turn, turn.state(), pages, left);
  }

  private static Result subtract(Turn turn, TaskState state, int pages, List<Group> left) {
    Group at = left.getFirst();
    turn.subtract(at, pages);
    if (left.size() == 1) {
      turn.finish(state);
    } else {
      turn.put(state.doing(new Uncharging(pages, left.subList(1, left.size()))));
    }
    return Did.of("sub " + at + " " + pages, left.size() == 1 ? "given back" : "ok");
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(pages, left, true);
  }
}
