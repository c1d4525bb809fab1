package watertight.checker.explore;

import java.util.function.Consumer;

/**
 * Where a search ends before it has seen everything.
 *
 * @param depth the most steps of a trace
 * @param deadline the moment to stop, as {@link System#nanoTime}
 * @param bytes the most memory for visited states and their parents
 * @param progress is told now and then how far the search has come
 */
public record Limits(int depth, long deadline, long bytes, Consumer<Sighting> progress) {
  /** No limit but the depth and the memory of the machine. */
  public static Limits depth(int depth) {
    return new Limits(depth, Long.MAX_VALUE, Runtime.getRuntime().maxMemory() / 3, seen -> {});
  }

  /** How far a search has come. */
  public record Sighting(int depth, long states, long transitions) {}

  boolean isOver(long now) {
    return deadline != Long.MAX_VALUE && now - deadline > 0;
  }
}
