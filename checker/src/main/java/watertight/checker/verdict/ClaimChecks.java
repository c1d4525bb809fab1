package watertight.checker.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks claims with engines, several at once, and hands them out in order. While others wait, a
 * check may use half of the time that is left, so that one large search does not starve the rest.
 */
public final class ClaimChecks {
  /** How long after the end of the budget an engine may take to notice. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final List<Engine> engines;
  private final Set<EngineId> mustRun;
  private final Function<String, Progress> begins;
  private final Consumer<String> ended;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param engines the engines to ask
   * @param mustRun those that were asked for by name
   * @param begins is told when an engine takes up a claim, and gives it a place for its progress
   * @param ended is told when it is done
   */
  public ClaimChecks(
      List<Engine> engines,
      Set<EngineId> mustRun,
      Function<String, Progress> begins,
      Consumer<String> ended) {
    this.engines = List.copyOf(engines);
    this.mustRun = Set.copyOf(mustRun);
    this.begins = begins;
    this.ended = ended;
  }

  /**
   * Checks {@code claims}, which are not none. The one that the fewest engines cover goes to {@code
   * done} first, the others in order, each as soon as it and all before it are known.
   *
   * @param threads how many checks may run at once
   * @return what came of them, in the order of {@code claims}
   */
  public List<Combined> run(
      List<ClaimRun> claims, Budget budget, int threads, Consumer<Combined> done) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, ClaimChecks::daemon);
    waiting.set(claims.size() * engines.size());
    List<ClaimRun> order = new ArrayList<>(claims);
    ClaimRun first = Collections.min(claims, Comparator.comparingLong(this::covering));
    order.remove(first);
    order.addFirst(first);
    try {
      Turns turns = new Turns();
      List<List<Future<Evidence>>> pending = submit(order, budget, turns);
      for (int i = 0; i < threads; i++) {
        pool.execute(turns::work);
      }
      Map<ClaimRun, Combined> all = new HashMap<>();
      for (int i = 0; i < order.size(); i++) {
        Combined one = combine(order.get(i), pending.get(i), budget);
        all.put(order.get(i), one);
        done.accept(one);
      }
      return claims.stream().map(all::get).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private long covering(ClaimRun claim) {
    return engines.stream().filter(engine -> engine.covers(claim.claim())).count();
  }

  /**
   * The first claim is asked of every engine, so that there is something to read soon. Then one
   * engine after the other is asked about all others: when the time does not suffice, each claim
   * has been looked at by some.
   */
  private List<List<Future<Evidence>>> submit(List<ClaimRun> claims, Budget budget, Turns turns) {
    List<List<Future<Evidence>>> pending = new ArrayList<>();
    claims.forEach(claim -> pending.add(new ArrayList<>()));
    for (Engine engine : engines) {
      pending.getFirst().add(turns.add(engine, () -> check(engine, claims.getFirst(), budget)));
    }
    for (Engine engine : engines) {
      for (int i = 1; i < claims.size(); i++) {
        ClaimRun claim = claims.get(i);
        pending.get(i).add(turns.add(engine, () -> check(engine, claim, budget)));
      }
    }
    return pending;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "check");
    thread.setDaemon(true);
    return thread;
  }

  private Combined combine(ClaimRun claim, List<Future<Evidence>> pending, Budget budget) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < pending.size(); i++) {
      evidence.add(await(engines.get(i), pending.get(i), budget));
    }
    return Combined.of(claim, evidence, mustRun);
  }

  private static Evidence await(Engine engine, Future<Evidence> pending, Budget budget) {
    try {
      Duration patience = budget.left().plus(GRACE);
      return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      pending.cancel(true);
      return Evidence.of(
          engine.id(), Verdict.INCONCLUSIVE, "the time was spent, and it did not come to an end");
    } catch (ExecutionException e) {
      throw new EngineFault(engine.id(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFault(engine.id(), e);
    }
  }

  private Evidence check(Engine engine, ClaimRun claim, Budget budget) {
    Budget own =
        waiting.decrementAndGet() == 0 ? budget : budget.atMost(budget.left().dividedBy(2));
    if (!engine.covers(claim.claim())) {
      return Evidence.notCovered(engine.id());
    }
    if (budget.isSpent()) {
      return Evidence.of(engine.id(), Verdict.INCONCLUSIVE, "the time was spent before it began");
    }
    String what = claim.claim() + " " + engine.id().text();
    Progress progress = begins.apply(what);
    long started = System.nanoTime();
    try {
      Evidence evidence = engine.check(claim, own, progress);
      return evidence.seconds().isPresent()
          ? evidence
          : evidence.withSeconds((System.nanoTime() - started) / 1e9);
    } catch (OutOfMemoryError e) {
      return Evidence.of(engine.id(), Verdict.INCONCLUSIVE, "the memory was spent");
    } finally {
      ended.accept(what);
    }
  }

  /** An engine has failed of itself. */
  public static final class EngineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFault(EngineId engine, Throwable cause) {
      super(engine.text() + " failed: " + cause, cause);
    }
  }
}
