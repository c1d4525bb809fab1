package watertight.model.charge;

import java.util.List;
import watertight.model.Result;

/**
 * Added at a level, and not yet compared with its limit.
 *
 * @param charged what is charged, and to whom
 * @param level which level it is, counted from the leaf
 * @param levels all levels, leaf first
 * @param saw the usage that the add returned
 * @param limit the limit, where it was read before the add; else {@link #NO_LIMIT}
 */
public record Added(Charged charged, int level, List<Group> levels, int saw, int limit)
    implements Doing {
  static final int NO_LIMIT = -1;

  public Added {
    levels = List.copyOf(levels);
  }

  /** Where it was added last. */
  public Group at() {
    return levels.get(level);
  }

  @Override
  public Result step(Turn turn) {
    Group at = at();
    int max = limit == NO_LIMIT ? turn.max(at) : limit;
    boolean over = Charging.isOver(turn, level, saw, max);
    if (over) {
      Charging.fail(turn, charged, level, true);
    } else {
      Charging.climb(turn, charged, level);
    }
    return Did.of("compare " + saw + " max " + at + " " + Groups.shown(max), over ? "over" : "ok");
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(charged.pages(), levels.subList(0, level + 1), false);
  }

  @Override
  public int numbersInFlight() {
    return 1;
  }
}
