package watertight.model.charge;

import java.util.List;
import watertight.model.Result;

/**
 * Load-check-store: usage was loaded, the check comes next.
 *
 * @param charged what is to be charged, and to whom
 * @param level which level it is, counted from the leaf
 * @param levels all levels, leaf first
 * @param saw the usage that was loaded
 */
public record Loaded(Charged charged, int level, List<Group> levels, int saw) implements Doing {
  public Loaded {
    levels = List.copyOf(levels);
  }

  @Override
  public Result step(Turn turn) {
    Group at = levels.get(level);
    int sum = saw + charged.pages();
    int max = turn.max(at);
    boolean over = Charging.isOver(turn, level, sum, max);
    if (over) {
      Charging.fail(turn, charged, level, false);
    } else {
      turn.goOn(new Storing(charged, level, levels, sum));
    }
    return Did.of("compare " + sum + " max " + at + " " + Groups.shown(max), over ? "over" : "ok");
  }

  @Override
  public InFlight inFlight() {
    return new InFlight(charged.pages(), levels.subList(0, level), false);
  }
}
