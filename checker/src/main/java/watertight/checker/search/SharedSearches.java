package watertight.checker.search;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;

/**
 * Searches that several engines ask for: each is made once. One that did not come to its end is
 * made again for the next who asks, who may have more time.
 */
public final class SharedSearches {
  private final Map<Key, FutureTask<Searched<?>>> searches = new ConcurrentHashMap<>();

  /** What a search depends on. */
  private record Key(String scenario, String scope, Set<Guard> without) {}

  /** The search of a scenario with these guards away, made now or before. */
  public Searched<?> search(String scenario, Set<Guard> without, Budget budget, Progress progress) {
    Key key = new Key(scenario, budget.scope(), Set.copyOf(without));
    FutureTask<Searched<?>> own = new FutureTask<>(() -> run(key, budget, progress));
    FutureTask<Searched<?>> first = searches.putIfAbsent(key, own);
    if (first == null) {
      own.run();
      Searched<?> searched = result(own);
      if (!isFinal(searched)) {
        searches.remove(key, own);
      }
      return searched;
    }
    Searched<?> searched = result(first);
    return isFinal(searched) ? searched : run(key, budget, progress);
  }

  private static boolean isFinal(Searched<?> searched) {
    return searched.isBroken() || searched.found().isExhaustive();
  }

  private static Searched<?> run(Key key, Budget budget, Progress progress) {
    Question<?> question =
        Systems.withScenario(key.scenario()).question(key.scenario(), key.scope(), key.without());
    return Searched.run(question, Reductions.ALL, budget, progress);
  }

  private static Searched<?> result(FutureTask<Searched<?>> search) {
    try {
      return search.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while somebody else searched", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
    }
  }
}
