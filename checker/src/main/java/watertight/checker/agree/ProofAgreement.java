package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import watertight.checker.agree.proof.SmtAgreement;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;

/** What engine agree says of claims that a proof speaks for. */
final class ProofAgreement {
  private static final Map<Key, SmtAgreement.Outcome> COMPARED = new ConcurrentHashMap<>();

  /** What a comparison depends on: all claims of one text share it. */
  private record Key(String text, long seed, int enough) {}

  private ProofAgreement() {}

  static boolean covers(String claim) {
    return SmtAgreement.text(claim).isPresent();
  }

  /** How often each step of a proof is to be seen. */
  static int enough(String scope) {
    return switch (scope) {
      case "small" -> 50;
      case "large" -> 1000;
      default -> 200;
    };
  }

  /** What has been compared so far in this process. */
  static List<String> table() {
    List<String> lines = new ArrayList<>();
    for (SmtAgreement.Outcome outcome : COMPARED.values()) {
      outcome
          .steps()
          .forEach(
              (name, count) -> lines.add("%s.smt2 %s %d".formatted(outcome.text(), name, count)));
      outcome
          .left()
          .forEach(
              (name, why) ->
                  lines.add("%s.smt2 %s not compared: %s".formatted(outcome.text(), name, why)));
    }
    return lines;
  }

  static Evidence evidence(ClaimRun run, Budget budget) {
    if (!run.without().isEmpty()) {
      return Evidence.notCovered(EngineId.AGREE)
          .withReason("proofs are compared with every guard in force");
    }
    Key key =
        new Key(
            SmtAgreement.text(run.claim()).orElseThrow(), budget.seed(), enough(budget.scope()));
    SmtAgreement.Outcome outcome =
        COMPARED.computeIfAbsent(
            key, one -> SmtAgreement.of(one.text(), one.enough(), one.seed(), budget::isSpent));
    if (outcome.disagreement().isPresent()) {
      return Evidence.of(EngineId.AGREE, Verdict.DISAGREEMENT, outcome.disagreement().get());
    }
    if (!outcome.missing().isEmpty()) {
      COMPARED.remove(key);
      String missing = String.join(", ", outcome.missing());
      return Evidence.of(
          EngineId.AGREE,
          budget.isSpent() ? Verdict.INCONCLUSIVE : Verdict.VACUOUS,
          "not often enough: " + missing);
    }
    return Evidence.holds(EngineId.AGREE, Strength.SAMPLED, Bound.sampled(so(outcome)))
        .withReason(coverage(outcome));
  }

  private static String so(SmtAgreement.Outcome outcome) {
    return "%s.smt2: %,d steps of the model hold in it; %,d corrupted ones and %,d that the model does not take do not"
        .formatted(outcome.text(), outcome.compared(), outcome.rejected(), outcome.barred());
  }

  private static String coverage(SmtAgreement.Outcome outcome) {
    String left = outcome.left().keySet().stream().sorted().collect(Collectors.joining(", "));
    int all = outcome.steps().size() + outcome.left().size();
    return "%d of %d kinds of step compared%s"
        .formatted(outcome.steps().size(), all, left.isEmpty() ? "" : "; not " + left);
  }
}
