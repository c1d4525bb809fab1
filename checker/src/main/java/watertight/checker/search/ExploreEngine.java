package watertight.checker.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;

/** Checks claims by searching their scenarios, and that the recorded breaks are still found. */
public final class ExploreEngine implements Engine {
  private final SharedSearches searches;

  /** An engine that makes its own searches. */
  public ExploreEngine() {
    this(new SharedSearches());
  }

  /** One that shares its searches with others. */
  public ExploreEngine(SharedSearches searches) {
    this.searches = searches;
  }

  @Override
  public EngineId id() {
    return EngineId.EXPLORE;
  }

  @Override
  public boolean covers(String claim) {
    return Systems.claim(claim).isPresent();
  }

  @Override
  public String scope(String scope) {
    return "the line \"scope %s\" of each scenario, or else its default".formatted(scope);
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    Optional<Claim> claim = Systems.claim(run.claim());
    if (claim.isEmpty()) {
      return Evidence.notCovered(id());
    }
    List<CheckSearch> done = new ArrayList<>();
    for (Claim.Check check : claim.get().checksFirst(run.without())) {
      CheckSearch searched = new CheckSearch(searches, check, run, budget, progress);
      if (searched.evidence().verdict() != Verdict.HOLDS) {
        return searched.evidence();
      }
      done.add(searched);
    }
    return together(done);
  }

  /** A claim holds when it holds in all its scenarios. */
  private static Evidence together(List<CheckSearch> searches) {
    if (searches.size() == 1) {
      return searches.getFirst().evidence();
    }
    List<Evidence> all = searches.stream().map(CheckSearch::evidence).toList();
    String text =
        searches.stream()
            .map(one -> one.name() + " " + one.evidence().bound().orElseThrow().text())
            .collect(Collectors.joining("; "));
    Bound bound =
        new Bound(
            text,
            trace -> all.stream().anyMatch(one -> one.bound().orElseThrow().covers().test(trace)));
    return Evidence.holds(EngineId.EXPLORE, Strength.EXHAUSTIVE, bound)
        .withCounts(
            all.stream().mapToLong(one -> one.actions().orElse(0)).sum(),
            all.stream().mapToLong(one -> one.states().orElse(0)).sum(),
            all.stream().mapToLong(one -> one.transitions().orElse(0)).sum(),
            true);
  }

  /** One scenario of a claim, searched. */
  private static final class CheckSearch {
    private final SharedSearches searches;
    private final Claim.Check check;
    private final ClaimRun run;
    private final Budget budget;
    private final Progress progress;
    private final int depth;
    private final Evidence evidence;

    CheckSearch(
        SharedSearches searches,
        Claim.Check check,
        ClaimRun run,
        Budget budget,
        Progress progress) {
      this.searches = searches;
      this.check = check;
      this.run = run;
      this.budget = budget;
      this.progress = progress;
      this.depth =
          Systems.withScenario(check.scenario())
              .question(check.scenario(), budget.scope(), Set.of())
              .depth();
      this.evidence = search();
    }

    String name() {
      return check.scenario();
    }

    Evidence evidence() {
      return evidence;
    }

    private Evidence search() {
      if (run.without().isEmpty()) {
        Optional<Evidence> stale = stale();
        if (stale.isPresent()) {
          return stale.get();
        }
      }
      return search(run.without()).evidence();
    }

    private Searched<?> search(Set<Guard> without) {
      return searches.search(check.scenario(), without, budget, progress);
    }

    /** The first recorded break that is not found as recorded. */
    private Optional<Evidence> stale() {
      return check.twins().stream().map(this::stale).flatMap(Optional::stream).findFirst();
    }

    private Optional<Evidence> stale(Claim.Twin twin) {
      if (twin.steps() > depth) {
        return vacuous(twin, "the bound of %d steps is below the recorded trace".formatted(depth));
      }
      Searched<?> search = search(new LinkedHashSet<>(twin.away()));
      if (!search.isBroken()) {
        return search.found().isExhaustive()
            ? vacuous(twin, "nothing breaks within the bound")
            : Optional.of(search.evidence());
      }
      int found = search.found().trace().size();
      return found == twin.steps()
          ? Optional.empty()
          : vacuous(
              twin, "the recorded trace is stale: the shortest has %d steps".formatted(found));
    }

    private static Optional<Evidence> vacuous(Claim.Twin twin, String why) {
      String away =
          twin.away().isEmpty()
              ? "with all guards"
              : twin.away().stream()
                  .map(Guard::id)
                  .sorted()
                  .collect(Collectors.joining(", ", "without ", ""));
      return Optional.of(
          Evidence.of(
              EngineId.EXPLORE,
              Verdict.VACUOUS,
              "%s, recorded as broken in %d steps: %s".formatted(away, twin.steps(), why)));
    }
  }
}
