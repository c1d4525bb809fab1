package watertight.model.charge;

import java.util.List;
import watertight.model.Result;

/**
 * On the way up: the levels below are charged, this one comes next.
 *
 * @param charged what is to be charged, and to whom
 * @param level which level comes next, counted from the leaf
 * @param levels all levels, leaf first
 */
public record Adding(Charged charged, int level, List<Group> levels) implements Doing {
  public Adding {
    levels = List.copyOf(levels);
  }

  @Override
  public Result step(Turn turn) {
    return Charging.atLevel(turn, charged, level);
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(charged.pages(), levels.subList(0, level), false);
  }

  @Override
  public int numbersInFlight() {
    return 1;
  }
}
