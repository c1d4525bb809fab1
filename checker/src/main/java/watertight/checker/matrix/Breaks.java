package watertight.checker.matrix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.search.GuardSets;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;

/**
 * The minimal sets of guards whose absence one engine notices by one claim.
 *
 * @param claim the claim
 * @param engine the engine
 * @param found the sets, the smallest first; none contains another
 * @param unknown why the engine could not say for some set
 */
record Breaks(Claim claim, Engine engine, List<Break> found, Optional<String> unknown) {

  /** A set, and the length of the counterexample. */
  record Break(Set<Guard> away, int steps) {}

  Breaks {
    found = List.copyOf(found);
  }

  /** The guards that the claim names, and those of its recorded breaks. */
  static Set<Guard> candidates(Claim claim) {
    Set<Guard> guards = new LinkedHashSet<>(claim.guards());
    claim.checks().forEach(check -> check.twins().forEach(twin -> guards.addAll(twin.away())));
    return guards;
  }

  /** Asks about each set of at most {@code most} guards that contains no set already found. */
  static Breaks search(Claim claim, Engine engine, int most, Budget budget, Progress progress) {
    List<Break> found = new ArrayList<>();
    Optional<String> unknown = Optional.empty();
    for (int size = 1; size <= most; size++) {
      for (Set<Guard> away : GuardSets.ofSize(List.copyOf(candidates(claim)), size)) {
        if (found.stream().anyMatch(smaller -> away.containsAll(smaller.away()))) {
          continue;
        }
        progress.show(() -> "without " + names(away));
        Evidence evidence =
            engine.check(new ClaimRun(claim.name(), Verdict.HOLDS, away), budget, Progress.NONE);
        switch (evidence.verdict()) {
          case BROKEN -> found.add(new Break(away, evidence.trace().orElseThrow().steps().size()));
          case HOLDS -> {}
          case VACUOUS, INCONCLUSIVE, NOT_RUN, NOT_COVERED, DISAGREEMENT ->
              unknown = Optional.of(names(away) + " away: " + evidence.reason().orElse("unknown"));
        }
      }
    }
    return new Breaks(claim, engine, found, unknown);
  }

  private static String names(Set<Guard> guards) {
    return String.join(", ", guards.stream().map(Guard::id).toList());
  }
}
