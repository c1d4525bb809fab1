package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import watertight.checker.agree.proof.AccessAgreement;
import watertight.checker.agree.proof.SmtAgreement;
import watertight.checker.smt.AccessSearch;
import watertight.checker.smt.AccessText;
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

  private static final Map<Key, AccessAgreement.Outcome> ACCESSES = new ConcurrentHashMap<>();

  /** What a comparison depends on: all claims of one text share it. */
  private record Key(String text, long seed, int enough) {}

  private ProofAgreement() {}

  static boolean covers(String claim) {
    return SmtAgreement.text(claim).isPresent() || AccessSearch.covers(claim);
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
    for (AccessAgreement.Outcome outcome : ACCESSES.values()) {
      outcome
          .drawn()
          .forEach(
              (word, count) ->
                  lines.add(
                      "sgx-access.smt2 %s %d drawn, %d found"
                          .formatted(word.word(), count, outcome.found().get(word))));
    }
    return lines;
  }

  static Evidence evidence(ClaimRun run, Budget budget) {
    if (!run.without().isEmpty()) {
      return Evidence.notCovered(EngineId.AGREE)
          .withReason("proofs are compared with every guard in force");
    }
    if (AccessSearch.covers(run.claim())) {
      return accesses(budget);
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

  /** What is said of the claims about single accesses. */
  private static Evidence accesses(Budget budget) {
    Key key = new Key(AccessText.script().name(), budget.seed(), enough(budget.scope()));
    AccessAgreement.Outcome outcome =
        ACCESSES.computeIfAbsent(
            key, one -> AccessAgreement.of(one.enough(), one.seed(), budget::isSpent));
    if (outcome.disagreement().isPresent()) {
      return Evidence.of(EngineId.AGREE, Verdict.DISAGREEMENT, outcome.disagreement().get());
    }
    if (!outcome.missing().isEmpty()) {
      ACCESSES.remove(key);
      String missing = String.join(", ", outcome.missing());
      return Evidence.of(
          EngineId.AGREE, Verdict.INCONCLUSIVE, "the time was spent before enough " + missing);
    }
    String so =
        "%s.smt2: %,d accesses drawn for the model and %,d found by Z3 are judged alike"
            .formatted(key.text(), sum(outcome.drawn()), sum(outcome.found()));
    return Evidence.holds(EngineId.AGREE, Strength.SAMPLED, Bound.sampled(so));
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
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
