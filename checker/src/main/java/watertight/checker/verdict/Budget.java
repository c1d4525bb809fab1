package watertight.checker.verdict;

import java.time.Duration;

/**
 * What an engine may use.
 *
 * @param deadline the value of {@link System#nanoTime} at which it must have come to an end, with
 *     {@link Verdict#INCONCLUSIVE} when nothing better is known
 * @param seed where its random numbers start
 * @param scope small, default or large
 * @param threads how many threads it may use
 */
public record Budget(long deadline, long seed, String scope, int threads) {
  /** A budget that is spent when {@code time} has passed from now. */
  public static Budget of(Duration time, long seed, String scope, int threads) {
    return new Budget(System.nanoTime() + time.toNanos(), seed, scope, threads);
  }

  /** Whether the time is over. */
  public boolean isSpent() {
    return left().isZero();
  }

  /** The time left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** This budget, ending after at most {@code time} from now. */
  public Budget atMost(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return end - deadline < 0 ? new Budget(end, seed, scope, threads) : this;
  }
}
