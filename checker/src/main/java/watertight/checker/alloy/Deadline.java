package watertight.checker.alloy;

import java.time.Duration;

/**
 * Until when a question may take.
 *
 * @param start when it began, as {@link System#nanoTime}
 * @param nanos when its time is over
 */
record Deadline(long start, long nanos) {
  static Deadline in(Duration time) {
    long now = System.nanoTime();
    return new Deadline(now, now + time.toNanos());
  }

  /** How long it has taken so far. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
