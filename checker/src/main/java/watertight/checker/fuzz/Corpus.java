package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import watertight.checker.fuzz.Coverage.News;
import watertight.properties.schedule.Pick;

/**
 * The states from which runs go on: the start, and each state in which some cell held what it had
 * never held, or two cells what they had never held together. So runs get deep without anybody
 * telling them where to go.
 */
final class Corpus {
  private static final int MOST = 10_000;

  /**
   * A state and how to get there.
   *
   * @param state the values of the cells
   * @param trace the moves from the start
   */
  record Entry(CellMap state, List<Pick> trace) {}

  private final Entry start;
  private final List<Entry> newValue = new ArrayList<>();
  private final List<Entry> newPair = new ArrayList<>();

  Corpus(JournalCells start) {
    this.start = new Entry(start.snapshot(), List.of());
  }

  /** The entry where the next run starts. */
  Entry next(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> start;
      case 1 -> any(newPair, random);
      default -> any(newValue, random);
    };
  }

  /** The nearer one of two: who has done less has more left to do. */
  private Entry any(List<Entry> entries, Random random) {
    if (entries.isEmpty()) {
      return start;
    }
    Entry one = entries.get(random.nextInt(entries.size()));
    Entry other = entries.get(random.nextInt(entries.size()));
    return other.trace().size() < one.trace().size() ? other : one;
  }

  /** Keeps a state if it is new. */
  void add(News news, JournalCells cells, List<Pick> trace) {
    switch (news) {
      case VALUE -> add(newValue, cells, trace);
      case PAIR -> add(newPair, cells, trace);
      case NONE -> {}
    }
  }

  private static void add(List<Entry> entries, JournalCells cells, List<Pick> trace) {
    if (entries.size() < MOST) {
      entries.add(new Entry(cells.snapshot(), List.copyOf(trace)));
    }
  }

  /** How many states are kept. */
  int size() {
    return 1 + newValue.size() + newPair.size();
  }
}
