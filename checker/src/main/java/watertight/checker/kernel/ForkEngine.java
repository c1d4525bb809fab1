package watertight.checker.kernel;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
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
import watertight.model.Guard;
import watertight.model.charge.ChargeGuards;

/**
 * Puts the claim about forks to the kernel itself: many tasks fork at once against nested limits.
 * The model without the guards of the claim lets a fork over; a kernel that does not, differs.
 */
public final class ForkEngine implements Engine {
  private static final String CLAIM = "pids/fork-bomb-stops";
  private static final Set<ChargeGuards> GUARDS =
      Set.of(ChargeGuards.PIDS_CHARGED_ON_FORK, ChargeGuards.PIDS_CHECKS_EVERY_ANCESTOR);
  private final Race race;

  /** A race on some kernel. */
  interface Race {
    ForkRace run(long contended, BooleanSupplier spent) throws NotRun;
  }

  /** On the kernel of this machine. */
  public ForkEngine() {
    this((contended, spent) -> ForkRace.run(contended, 0, spent));
  }

  ForkEngine(Race race) {
    this.race = race;
  }

  @Override
  public EngineId id() {
    return EngineId.KERNEL;
  }

  @Override
  public boolean covers(String claim) {
    return claim.equals(CLAIM);
  }

  private static long forks(String scope) {
    return switch (scope) {
      case "small" -> 2_000;
      case "large" -> 100_000;
      default -> 10_000;
    };
  }

  @Override
  public String scope(String scope) {
    return "%s: %,d contended forks".formatted(CLAIM, forks(scope));
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    if (!covers(run.claim())) {
      return Evidence.notCovered(id());
    }
    try {
      return evidence(race.run(forks(budget.scope()), budget::isSpent), run.without());
    } catch (NotRun e) {
      return Evidence.of(id(), Verdict.NOT_RUN, e.getMessage());
    }
  }

  private Evidence evidence(ForkRace seen, Set<Guard> without) {
    if (seen.excess() > 0 || !seen.isAccounted()) {
      return Evidence.of(id(), Verdict.DISAGREEMENT, excess(seen));
    }
    if (!Collections.disjoint(without, GUARDS)) {
      return Evidence.of(
          id(),
          Verdict.DISAGREEMENT,
          "the model without %s lets a fork over a limit, and none of %s did"
              .formatted(names(without), forks(seen)));
    }
    if (!seen.wasFull()) {
      return Evidence.of(
          id(),
          Verdict.VACUOUS,
          "no fork ever filled the group above all others in " + forks(seen));
    }
    return Evidence.holds(id(), Strength.SAMPLED, Bound.sampled(forks(seen)))
        .withReason(overshoots(seen));
  }

  private static String names(Set<Guard> guards) {
    Set<String> names = new TreeSet<>();
    guards.forEach(guard -> names.add(guard.id()));
    return String.join(", ", names);
  }

  private static String forks(ForkRace seen) {
    return "%,d forks, %,d of them contended, %,d succeeded, %d nested groups, cgroup v%d"
        .formatted(
            seen.tried(), seen.contended(), seen.succeeded(), seen.levels().size(), seen.version());
  }

  private static String overshoots(ForkRace seen) {
    List<ForkRace.Level> levels = seen.levels();
    long reads = levels.stream().mapToLong(ForkRace.Level::reads).sum();
    return "pids.current was over its limit for a moment in %,d of %,d reads"
        .formatted(seen.overshoots(), reads);
  }

  private static String excess(ForkRace seen) {
    return seen.levels().stream()
        .filter(level -> level.excess() > 0 || level.left() != 0)
        .map(
            level ->
                "%s: %d processes with a limit of %d, %d forks over it, %d charged at the end"
                    .formatted(
                        level.name(), level.highest(), level.max(), level.excess(), level.left()))
        .collect(Collectors.joining("; "));
  }
}
