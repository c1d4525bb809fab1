package watertight.checker.report;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import watertight.checker.verdict.Progress;

/**
 * Says on standard error how far things are: after a second, and from then on every second on a
 * terminal, every 15 seconds elsewhere.
 */
public final class Ticker implements AutoCloseable {
  private static final int WIDEST = 110;
  private static final int SELDOM = 15;

  private final Terminal terminal;
  private final long started = System.nanoTime();
  private final Map<String, Supplier<String>> running = new ConcurrentSkipListMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private final ScheduledFuture<?> ticks;

  /** Starts. */
  public Ticker(Terminal terminal) {
    this.terminal = terminal;
    long period = terminal.isWatched() ? 1 : SELDOM;
    ticks = clock.scheduleAtFixedRate(this::tick, 1, period, TimeUnit.SECONDS);
  }

  /** A place for something that runs from now on, until {@link #ended}. */
  public Progress begins(String what) {
    running.put(what, () -> "");
    return now -> running.computeIfPresent(what, (name, before) -> now);
  }

  /** What began has ended. */
  public void ended(String what) {
    running.remove(what);
  }

  private void tick() {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    String all =
        running.entrySet().stream()
            .map(one -> (one.getKey() + " " + one.getValue().get()).strip())
            .collect(Collectors.joining("; "));
    String line = seconds + " s: " + all;
    terminal.status(line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line);
  }

  @Override
  public void close() {
    ticks.cancel(false);
    clock.shutdownNow();
    terminal.clearStatus();
  }
}
