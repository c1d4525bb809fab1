package watertight.checker.agree;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watertight.checker.alloy.AlloyNames;
import watertight.checker.alloy.AlloySpec;
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
import watertight.model.Guards;

/**
 * Holds the model and the specifications against each other: those in Alloy in both directions, and
 * the proofs step by step (see {@link ProofAgreement}). What is compared is the vocabulary of all
 * claims of a specification alike, so that they share one comparison.
 */
public final class AgreeEngine implements Engine {
  /** How many instances of each predicate are stepped in the model, whatever the scope. */
  public static final String INSTANCES = "watertight.agree.instances";

  private static final Map<Key, Comparison> COMPARISONS = new ConcurrentHashMap<>();

  /** What a comparison depends on. */
  private record Key(Set<Guard> without, long seed, int runs, int instances) {}

  @Override
  public EngineId id() {
    return EngineId.AGREE;
  }

  @Override
  public boolean covers(String claim) {
    if (ProofAgreement.covers(claim)) {
      return true;
    }
    String predicate = "pred " + AlloyNames.predicate(claim) + " {";
    return claim.startsWith("chroot/") && Spec.text("chroot").contains(predicate);
  }

  @Override
  public String scope(String scope) {
    return "%d runs of the model, %d instances of each predicate; %d of each step of a proof"
        .formatted(runs(scope), instances(scope), ProofAgreement.enough(scope));
  }

  private static int runs(String scope) {
    return switch (scope) {
      case "small" -> 10;
      case "large" -> 200;
      default -> 40;
    };
  }

  private static int instances(String scope) {
    int usual =
        switch (scope) {
          case "small" -> 6;
          case "large" -> 250;
          default -> 16;
        };
    return Integer.getInteger(INSTANCES, usual);
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    if (ProofAgreement.covers(run.claim())) {
      return ProofAgreement.evidence(run, budget);
    }
    if (!covers(run.claim()) || !isSpokenOf(run.without())) {
      return Evidence.notCovered(id());
    }
    Key key =
        new Key(run.without(), budget.seed(), runs(budget.scope()), instances(budget.scope()));
    Comparison comparison = COMPARISONS.computeIfAbsent(key, AgreeEngine::compare);
    progress.show(() -> so(comparison.coverage()));
    try {
      comparison.work(budget::isSpent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Evidence.of(id(), Verdict.INCONCLUSIVE, "the time was spent");
    }
    return evidence(comparison);
  }

  /** What has been compared so far in this process: a table of predicates and steps. */
  public static List<String> table() {
    return Stream.concat(
            COMPARISONS.values().stream().flatMap(c -> c.lines().stream()),
            ProofAgreement.table().stream())
        .toList();
  }

  /** Whether the specifications have these guards; they can then be away there too. */
  private static boolean isSpokenOf(Set<Guard> guards) {
    return GuardNames.of(Spec.shared()).containsAll(guards);
  }

  private static Comparison compare(Key key) {
    Guards guards = Guards.all().without(key.without());
    Spec spec = Spec.shared();
    synchronized (AlloySpec.ALLOY) {
      Questions questions = new Questions(spec, guards);
      return new Comparison(questions, guards, key.runs(), key.instances(), key.seed());
    }
  }

  private Evidence evidence(Comparison comparison) {
    if (comparison.disagreement().isPresent()) {
      String text = comparison.disagreement().get().toString();
      return Evidence.of(id(), Verdict.DISAGREEMENT, text);
    }
    String so = so(comparison.coverage());
    if (comparison.skipped() > 0) {
      return Evidence.of(id(), Verdict.INCONCLUSIVE, "the time was spent after " + so);
    }
    Map<String, Integer> decoded = comparison.coverage().decoded();
    List<String> missing =
        comparison.predicates().stream().filter(p -> !decoded.containsKey(p)).toList();
    if (!missing.isEmpty()) {
      String names = missing.stream().collect(Collectors.joining(", "));
      return Evidence.of(id(), Verdict.VACUOUS, "no instance of " + names);
    }
    return Evidence.holds(id(), Strength.SAMPLED, Bound.sampled(so))
        .withReason(comparison.coverage().calls());
  }

  private static String so(Coverage coverage) {
    return "%,d steps of the model hold in Alloy, %,d corrupted ones do not; %,d instances of Alloy"
            .formatted(coverage.steps(), coverage.rejected(), coverage.instances())
        + " are steps of the model";
  }
}
