package watertight.checker.smt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.sgx.PagingGates;

/**
 * Looks for an access of {@code specs/smt/sgx-access.smt2} that breaks a claim, among those that
 * the leaves make possible, and plays it in the SGX machine. What the two say of the access must be
 * equal; that it is not is a disagreement. Where there is none, that is a proof: by two checks of
 * which either is enough, when one is away.
 */
public final class AccessSearch {
  private static final SmtScript TEXT = AccessText.script();
  private static final String MADE_BY_LEAVES = "made-by-leaves";

  /** The names of the checks of which the text speaks. */
  private static final List<String> GUARDS = AccessText.GUARDS.stream().map(Guard::id).toList();

  private AccessSearch() {}

  /** Whether there is a question about this claim. */
  public static boolean covers(String claim) {
    return TEXT.claims().contains(claim);
  }

  /** Whether the text has these guards. */
  static boolean speaksOf(Set<Guard> guards) {
    return GUARDS.containsAll(names(guards));
  }

  /** An access that breaks a claim, while just these guards are away. */
  static Optional<AccessRun> breaking(
      String claim, Set<Guard> away, Budget budget, Progress progress) {
    try (Solver solver = new Solver(TEXT)) {
      for (Obligation part : TEXT.of(claim)) {
        progress.show(() -> "an exception to: " + part.text());
        Optional<AccessRun> found =
            solver.find(part, GUARDS, names(away), MADE_BY_LEAVES, budget.left(), reader(part));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Function<Valuation, AccessRun> reader(Obligation part) {
    return part.guards().contains(PagingGates.EDBGRD_DEBUG_ENCLAVE.id())
        ? AccessReader::readDebug
        : AccessReader::read;
  }

  private static Set<String> names(Set<Guard> guards) {
    return guards.stream().map(Guard::id).collect(Collectors.toSet());
  }

  /** What a search says, where the proof needs a check that is away. */
  static Evidence evidence(ClaimRun run, Budget budget, Progress progress) {
    try {
      return breaking(run.claim(), run.without(), budget, progress)
          .map(found -> replayed(run, found))
          .orElseGet(AccessSearch::holds);
    } catch (Solver.NotKnown e) {
      return Evidence.of(
          EngineId.SMT, Verdict.INCONCLUSIVE, "an access that breaks it: " + e.getMessage());
    }
  }

  private static Evidence holds() {
    return Evidence.holds(
        EngineId.SMT, Strength.FOR_ALL, Bound.none(TEXT.bound() + " that the leaves of SGX1 make"));
  }

  private static Evidence replayed(ClaimRun run, AccessRun found) {
    return switch (found.play(run.claim(), Guards.all().without(run.without()))) {
      case Replayed.Reached reached ->
          Evidence.broken(EngineId.SMT, Bound.sampled(TEXT.bound()), reached.trace());
      case Replayed.NotReached not ->
          Evidence.of(
                  EngineId.SMT,
                  Verdict.DISAGREEMENT,
                  "the specification says broken; the model does the same, and there the claim is"
                      + " not broken")
              .withTrace(not.trace());
      case Replayed.Differs differs ->
          Evidence.of(EngineId.SMT, Verdict.DISAGREEMENT, differs.how());
    };
  }
}
