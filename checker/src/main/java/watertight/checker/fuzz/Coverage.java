package watertight.checker.fuzz;

import java.util.HashMap;
import java.util.Map;
import watertight.model.Cell;

/** Which values the cells have held so far, alone and two together. */
final class Coverage {
  private static final int MOST_VALUES = 50_000;
  private static final int MOST_PAIRS = 1 << 21;

  /** How new a state is. */
  enum News {
    /** A cell holds what it never held. */
    VALUE,
    /** Two cells hold what they never held together. */
    PAIR,
    NONE
  }

  private record Held(Cell<?> cell, Object value) {}

  private final Map<Held, Integer> numbers = new HashMap<>();
  private final LongSet pairs = new LongSet(MOST_PAIRS);

  /** What the last step has brought; from now on it is known. */
  News learn(JournalCells cells) {
    int known = numbers.size();
    CellMap values = cells.values();
    values.mark(this::number);
    boolean[] news = new boolean[1];
    cells.eachChange(
        cell -> {
          int changed = values.markOf(cell);
          if (changed != 0) {
            values.eachMark(other -> news[0] |= pairs.add(pair(changed, other)));
          }
        });
    if (numbers.size() > known) {
      return News.VALUE;
    }
    return news[0] ? News.PAIR : News.NONE;
  }

  private int number(Cell<?> cell, Object value) {
    int next = Math.min(numbers.size() + 1, MOST_VALUES);
    return next < MOST_VALUES
        ? numbers.computeIfAbsent(new Held(cell, value), held -> next)
        : numbers.getOrDefault(new Held(cell, value), MOST_VALUES);
  }

  private static long pair(int one, int other) {
    return (long) Math.max(one, other) << 32 | Math.min(one, other);
  }
}
