package watertight.checker.smt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.checker.trace.ChargeReplay;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.charge.Workload;

/**
 * Looks for a run that breaks a claim, the shortest first, and plays it in the model. What the two
 * say after each step must be equal; that they are not is a disagreement.
 */
final class RunSearch {
  /** The most steps that the text speaks of. */
  static final int MOST_STEPS = 8;

  private static final SmtScript RUNS = SmtScripts.runs();

  private RunSearch() {}

  /** Whether there is a question about this claim. */
  static boolean covers(String claim) {
    return RUNS.claims().contains(claim);
  }

  /** The shortest run that breaks a claim. */
  static Optional<ChargeRun> shortest(
      String claim, Set<String> away, int most, Budget budget, Progress progress) {
    Obligation breach = RUNS.of(claim).getFirst();
    try (Solver solver = new Solver(RUNS)) {
      for (int steps = 1; steps <= most; steps++) {
        int length = steps;
        progress.show(() -> "runs of %d steps: %s".formatted(length, breach.text()));
        Optional<ChargeRun> found =
            solver.run(
                breach, away, length, budget.left(), run -> ChargeRunReader.read(run, length));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What a search says, where no proof speaks for all sizes. */
  static Evidence evidence(ClaimRun run, Budget budget, Progress progress) {
    Set<String> away = run.without().stream().map(Guard::id).collect(Collectors.toSet());
    try {
      return shortest(run.claim(), away, MOST_STEPS, budget, progress)
          .map(found -> replayed(run, found))
          .orElseGet(
              () -> inconclusive("no run of at most %d steps breaks it".formatted(MOST_STEPS)));
    } catch (Solver.NotKnown e) {
      return inconclusive("a run that breaks it: " + e.getMessage());
    }
  }

  private static Evidence replayed(ClaimRun run, ChargeRun found) {
    Guards guards = Guards.all().without(run.without());
    return switch (play(run.claim(), found, guards)) {
      case Replayed.Reached reached -> Evidence.broken(EngineId.SMT, bound(), reached.trace());
      case Replayed.NotReached not ->
          Evidence.of(
                  EngineId.SMT,
                  Verdict.DISAGREEMENT,
                  "the specification says broken; the model takes the same steps, and there the"
                      + " claim is not broken")
              .withTrace(not.trace());
      case Replayed.Differs differs ->
          Evidence.of(EngineId.SMT, Verdict.DISAGREEMENT, differs.how());
    };
  }

  /** Plays a run in the model. */
  static Replayed play(String claim, ChargeRun found, Guards guards) {
    Workload workload = found.workload();
    return new ChargeReplay(EngineId.SMT.text(), claim, workload, guards)
        .play(
            found.schedule(),
            (step, after) -> {
              List<String> specification = found.pictures().get(step);
              List<String> model = ChargePicture.of(after, workload);
              return specification.equals(model)
                  ? Optional.empty()
                  : Optional.of(ChargeRun.difference(specification, model));
            });
  }

  private static Bound bound() {
    return Bound.sampled("≤ 3 tasks, 2 counters, sizes and limits ≤ 1,000,000, shortest first");
  }

  private static Evidence inconclusive(String reason) {
    return Evidence.of(EngineId.SMT, Verdict.INCONCLUSIVE, reason);
  }
}
