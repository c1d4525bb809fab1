package watertight.checker.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Progress;
import watertight.model.Claim;
import watertight.model.Guard;

/**
 * Takes guards away and asks each engine for a counterexample. A guard that others stand in for is
 * tried with some of them away too, the fewest first: what counts is a minimal set.
 *
 * @param claims the claims that are to hold
 * @param engines the engines that look for counterexamples
 * @param most the most guards that are away at once
 */
public record Matrix(List<Claim> claims, List<Engine> engines, int most) {
  public Matrix {
    claims = claims.stream().filter(claim -> claim.expected() == Claim.Expected.HOLDS).toList();
    engines = List.copyOf(engines);
  }

  /**
   * The rows, a system after the other.
   *
   * @param threads how many questions are asked at once
   * @param begins is told when an engine takes up a claim, and gives it a place for its progress
   * @param ended is told when it is done
   */
  public List<Row> rows(
      Budget budget, int threads, Function<String, Progress> begins, Consumer<String> ended) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, Matrix::daemon);
    try {
      List<Future<Breaks>> pending = new ArrayList<>();
      for (Claim claim : claims) {
        for (Engine engine : engines) {
          if (engine.covers(claim.name())) {
            String what = claim.name() + " " + engine.id().text();
            pending.add(
                pool.submit(
                    () -> {
                      Breaks breaks =
                          Breaks.search(claim, engine, most, budget, begins.apply(what));
                      ended.accept(what);
                      return breaks;
                    }));
          }
        }
      }
      return rows(all(pending));
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "matrix");
    thread.setDaemon(true);
    return thread;
  }

  private static List<Breaks> all(List<Future<Breaks>> pending) {
    List<Breaks> all = new ArrayList<>();
    for (Future<Breaks> one : pending) {
      try {
        all.add(one.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("an engine failed: " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return all;
  }

  private List<Row> rows(List<Breaks> breaks) {
    List<Row> rows = new ArrayList<>();
    for (String system : claims.stream().map(Claim::system).distinct().toList()) {
      List<Claim> own = claims.stream().filter(claim -> claim.system().equals(system)).toList();
      Set<Guard> guards = new LinkedHashSet<>();
      own.forEach(claim -> guards.addAll(Breaks.candidates(claim)));
      guards.forEach(guard -> rows.add(row(system, own, guard, breaks)));
    }
    return rows;
  }

  private Row row(String system, List<Claim> own, Guard guard, List<Breaks> breaks) {
    List<Claim> resting =
        own.stream().filter(claim -> Breaks.candidates(claim).contains(guard)).toList();
    Map<EngineId, Catch> engines = new EnumMap<>(EngineId.class);
    for (Engine engine : this.engines) {
      List<Breaks> asked =
          breaks.stream()
              .filter(one -> one.engine() == engine && resting.contains(one.claim()))
              .toList();
      engines.put(engine.id(), caught(guard, asked));
    }
    return new Row(guard.id(), system, resting.stream().map(Claim::name).toList(), engines);
  }

  private static Catch caught(Guard guard, List<Breaks> asked) {
    if (asked.isEmpty()) {
      return new Catch.DoesNotApply("no artefact for a claim that rests on it");
    }
    Optional<Catch.Caught> best =
        asked.stream()
            .flatMap(
                one ->
                    one.found().stream()
                        .filter(found -> found.away().contains(guard))
                        .map(found -> caught(guard, one.claim(), found)))
            .min(
                Comparator.comparingInt((Catch.Caught c) -> c.with().size())
                    .thenComparingInt(Catch.Caught::steps));
    if (best.isPresent()) {
      return best.get();
    }
    return asked.stream()
        .flatMap(one -> one.unknown().stream())
        .findFirst()
        .<Catch>map(Catch.DoesNotApply::new)
        .orElseGet(Catch.Missed::new);
  }

  private static Catch.Caught caught(Guard guard, Claim claim, Breaks.Break found) {
    List<String> with =
        found.away().stream().filter(one -> !one.equals(guard)).map(Guard::id).sorted().toList();
    return new Catch.Caught(claim.name(), found.steps(), with);
  }
}
