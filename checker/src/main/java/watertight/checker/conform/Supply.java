package watertight.checker.conform;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.Rules;

/**
 * The random trials of a run, drawn by one thread for those that ask kernels. {@code
 * JqwikSession.run} lets one thread of the process in at a time.
 */
final class Supply {
  private static final int AHEAD = 64;
  private static final int MILLIS = 20;

  /**
   * A trial by its number.
   *
   * @param number counted from 0
   * @param trial the trial, its calls aimed under these rules
   */
  record Drawn(long number, Function<Rules, Trial> trial) {}

  private final BlockingQueue<Drawn> drawn = new ArrayBlockingQueue<>(AHEAD);
  private final Limits limits;
  private final BooleanSupplier stopped;
  private volatile boolean ended;

  /**
   * @param stopped whether nobody wants more
   */
  Supply(Limits limits, BooleanSupplier stopped) {
    this.limits = limits;
    this.stopped = stopped;
  }

  /** Draws until there are enough, the time is over, or nobody wants more. */
  void draw() {
    try {
      JqwikSession.run(
          () -> {
            Draws draws = new Draws(limits.seed(), limits.calls());
            for (long n = 0; n < limits.runs() && !isOver(); n++) {
              give(new Drawn(n, draws.drawn(n)));
            }
          });
    } finally {
      ended = true;
    }
  }

  private boolean isOver() {
    return stopped.getAsBoolean() || limits.spent().getAsBoolean();
  }

  private void give(Drawn one) throws InterruptedException {
    boolean given = false;
    while (!given && !isOver()) {
      given = drawn.offer(one, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** The next trial, waited for; null when there are no more. */
  @Nullable Drawn next() throws InterruptedException {
    while (true) {
      boolean last = ended;
      Drawn next = drawn.poll(MILLIS, TimeUnit.MILLISECONDS);
      if (next != null || last) {
        return next;
      }
    }
  }
}
