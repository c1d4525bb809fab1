package watertight.model.charge;

import java.util.List;
import watertight.model.Result;

/**
 * The charge was refused, and is taken back level by level.
 *
 * @param charged what was to be charged, and to whom
 * @param left where it must still be subtracted, in this order
 */
public record Undoing(Charged charged, List<Group> left) implements Doing {
  public Undoing {
    left = List.copyOf(left);
  }

  @Override
  public Result step(Turn turn) {
    Group at = left.getFirst();
    turn.subtract(at, charged.pages());
    Charging.undo(turn, charged, left.subList(1, left.size()));
    boolean last = left.size() == 1 && !turn.countsNumbers();
    return Did.of("sub " + at + " " + charged.pages(), last ? "refused" : "ok");
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(charged.pages(), left, true);
  }

  @Override
  public int numbersInFlight() {
    return 1;
  }
}
