package watertight.model.charge;

import java.util.List;
import watertight.model.Result;

/**
 * Load-check-store: the check was passed, the store comes next.
 *
 * @param charged what is to be charged, and to whom
 * @param level which level it is, counted from the leaf
 * @param levels all levels, leaf first
 * @param sum what will be stored, whatever usage is by then
 */
public record Storing(Charged charged, int level, List<Group> levels, int sum) implements Doing {
  public Storing {
    levels = List.copyOf(levels);
  }

  @Override
  public Result step(Turn turn) {
    Group at = levels.get(level);
    turn.cells().set(new UsageCell(at), sum);
    Charging.climb(turn, charged, level);
    return Did.of("store " + at + " " + sum, "ok");
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(charged.pages(), levels.subList(0, level), false);
  }
}
