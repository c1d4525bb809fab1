package watertight.checker.explore;

import java.util.function.Consumer;

/**
 * Where a search ends before it has seen everything.
 *
 * @param depth the most steps of a trace
 * @param deadline the moment to stop, as {@link System#nanoTime}
 * @param bytes the most memory for visited states and their parents
 * @param states the most states
 * @param progress is told now and then how far the search has come
 */
public record Limits(
    int depth, long deadline, long bytes, long states, Consumer<Sighting> progress) {
  /** No limit but the depth and the memory of the machine. */
  public static Limits depth(int depth) {
    long bytes = Runtime.getRuntime().maxMemory() / 3;
    return new Limits(depth, Long.MAX_VALUE, bytes, Long.MAX_VALUE, seen -> {});
  }

  /** How far a search has come. */
  public record Sighting(int depth, long states, long transitions) {}

  /** These limits with a moment to stop, as {@link System#nanoTime}. */
  public Limits until(long deadline) {
    return new Limits(depth, deadline, bytes, states, progress);
  }

  /** These limits with as much memory, in bytes. */
  public Limits within(long bytes) {
    return new Limits(depth, deadline, bytes, states, progress);
  }

  /** These limits with somebody who is told how far the search has come. */
  public Limits watchedBy(Consumer<Sighting> progress) {
    return new Limits(depth, deadline, bytes, states, progress);
  }

  Limits withStates(long states) {
    return new Limits(depth, deadline, bytes, states, progress);
  }

  boolean isOver(long now) {
    return deadline != Long.MAX_VALUE && now - deadline > 0;
  }
}
