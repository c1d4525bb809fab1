package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import watertight.checker.conform.Report.Found;
import watertight.checker.kernel.Host;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.run.WholeCalls;
import watertight.checker.text.LitmusFile;
import watertight.model.Guards;
import watertight.model.linux.Rules;

/**
 * Takes the litmus files and then random runs through model and kernel, until they differ or the
 * limits are reached.
 */
public final class Conform {
  private static final int EVERY_STATE = 40;

  private final Oracles oracles;
  private final Rules rules;
  private final Limits limits;
  private final Coverage coverage = new Coverage();
  private final List<Found> disagreements = new ArrayList<>();
  private final SortedMap<String, String> skipped = new TreeMap<>();
  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong notRun = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong orders = new AtomicLong();
  private final AtomicLong otherOrders = new AtomicLong();
  private final AtomicReference<@Nullable Host> host = new AtomicReference<>();
  private final AtomicReference<@Nullable String> unseen = new AtomicReference<>();
  private volatile boolean stopped;
  private int litmus;

  /**
   * @param guards those that the model has
   */
  public Conform(Oracles oracles, Guards guards, Limits limits) {
    this.oracles = oracles;
    this.rules = Rules.LINUX.with(guards);
    this.limits = limits;
  }

  /** How many random runs were taken through both so far; for any thread to ask. */
  public long runs() {
    return runs.get();
  }

  /**
   * Runs.
   *
   * @throws NotRun when there is no oracle to be had
   */
  public Report run() throws NotRun {
    if (limits.litmus()) {
      try (Oracle oracle = open()) {
        litmus(oracle);
      }
    }
    long start = System.nanoTime();
    random();
    double seconds = (System.nanoTime() - start) / 1e9;
    Host asked = host.get();
    if (asked == null) {
      throw new NotRun("nothing was asked");
    }
    return new Report(
        asked,
        Optional.ofNullable(unseen.get()),
        limits.seed(),
        litmus,
        skipped,
        runs.get(),
        notRun.get(),
        coverage.calls(),
        dropped.get(),
        retries.get(),
        orders.get(),
        otherOrders.get(),
        seconds,
        coverage,
        disagreements);
  }

  private Oracle open() throws NotRun {
    Oracle oracle = oracles.open();
    host.set(oracle.host());
    Lockstep.unseen(oracle).ifPresent(unseen::set);
    return oracle;
  }

  private void litmus(Oracle oracle) {
    Rules settled = rules.with(oracle.host().settings());
    for (LitmusFile file : Records.litmus()) {
      Optional<Trial> trial = LitmusTrials.of(file.litmus(), settled);
      if (trial.isEmpty()) {
        skipped.put(file.file(), WholeCalls.CUT);
        continue;
      }
      try {
        if (ask(oracle, trial.get(), file.file(), true)) {
          litmus++;
        }
      } catch (NotRun e) {
        skipped.put(file.file(), e.getMessage());
      }
    }
  }

  /** One thread draws, in the one jqwik session that there can be at a time; the others ask. */
  private void random() throws NotRun {
    ExecutorService threads = Executors.newFixedThreadPool(limits.threads() + 1);
    Supply supply = new Supply(limits, () -> stopped);
    try {
      List<Future<?>> all = new ArrayList<>();
      all.add(threads.submit(supply::draw));
      for (int i = 0; i < limits.threads(); i++) {
        all.add(threads.submit(() -> worker(supply)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      stopped = true;
      threads.shutdown();
    }
  }

  private static NotRun rethrown(@Nullable Throwable cause) {
    if (cause instanceof NotRun reason) {
      return reason;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private @Nullable Void worker(Supply supply) throws NotRun, InterruptedException {
    try (Oracle oracle = open()) {
      for (var drawn = supply.next(); drawn != null && !stopped; drawn = supply.next()) {
        ask(oracle, drawn);
      }
      return null;
    } catch (NotRun | RuntimeException | Error e) {
      stopped = true;
      throw e;
    }
  }

  private void ask(Oracle oracle, Supply.Drawn drawn) {
    boolean everyState = drawn.number() % EVERY_STATE == 0;
    Trial trial = drawn.trial().apply(Rules.LINUX.with(oracle.host().settings()));
    try {
      stopped |= !ask(oracle, trial, "random run " + drawn.number(), everyState);
      runs.incrementAndGet();
    } catch (NotRun e) {
      notRun.incrementAndGet();
    }
  }

  /** Whether model and kernel agree on a trial. */
  private boolean ask(Oracle oracle, Trial trial, String origin, boolean everyState) throws NotRun {
    Lockstep lockstep = new Lockstep(oracle, rules, unseen.get() == null);
    Lockstep.Outcome outcome = lockstep.run(trial, everyState);
    dropped.addAndGet(outcome.plan().dropped());
    retries.addAndGet(outcome.kernel().retries());
    orders.addAndGet(outcome.orders() > 0 ? 1 : 0);
    otherOrders.addAndGet(outcome.orders() > 1 ? 1 : 0);
    if (outcome.difference().isEmpty()) {
      coverage.add(outcome.plan());
      return true;
    }
    Difference shrunk = new Shrinking(lockstep, outcome.difference().get(), () -> false).shrink();
    String text = DifferenceText.of(shrunk, oracle.host().release(), rules.guards().away());
    synchronized (disagreements) {
      disagreements.add(new Found(origin, text));
    }
    return false;
  }
}
