package watertight.model.charge;

import java.util.List;
import watertight.model.Result;

/**
 * The weaker order: the limit was read, and the add comes after it.
 *
 * @param charged what is to be charged, and to whom
 * @param level which level comes next, counted from the leaf
 * @param levels all levels, leaf first
 * @param limit the limit that was read
 */
public record LimitRead(Charged charged, int level, List<Group> levels, int limit)
    implements Doing {
  public LimitRead {
    levels = List.copyOf(levels);
  }

  @Override
  public Result step(Turn turn) {
    return Charging.add(turn, charged, level, limit);
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(charged.pages(), levels.subList(0, level), false);
  }
}
