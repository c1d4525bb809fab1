package watertight.checker.conform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.run.WholeCalls;
import watertight.checker.search.SharedSearches;
import watertight.checker.text.Litmus;
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
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.claim.LinuxClaims;

/**
 * Holds the model against the kernel on the traces of a claim: each known break, and each litmus
 * file that names the claim, must go the same way in both, answer by answer and state by state. The
 * model has all guards but those that the user takes away; whoever takes one away is told that the
 * kernel has it.
 */
public final class KernelEngine implements Engine {
  private final Oracles oracles;
  private final ClaimTraces traces;

  /**
   * An engine that asks these kernels.
   *
   * @param searches finds the traces, or has found them for another engine
   */
  public KernelEngine(Oracles oracles, SharedSearches searches) {
    this.oracles = oracles;
    this.traces = new ClaimTraces(searches);
  }

  @Override
  public EngineId id() {
    return EngineId.KERNEL;
  }

  @Override
  public boolean covers(String claim) {
    return claim(claim).isPresent();
  }

  private static Optional<Claim> claim(String name) {
    return LinuxClaims.all().stream().filter(claim -> claim.name().equals(name)).findFirst();
  }

  @Override
  public String scope(String scope) {
    return "the known breaks within the scope of explore, and the claim's litmus files";
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    Optional<Claim> claim = claim(run.claim());
    if (claim.isEmpty()) {
      return Evidence.notCovered(id());
    }
    try (Oracle oracle = oracles.open()) {
      return new Comparison(oracle, Guards.all().without(run.without()))
          .evidence(run.claim(), traces.of(claim.get(), budget, progress), budget);
    } catch (NotRun e) {
      return Evidence.of(id(), Verdict.NOT_RUN, e.getMessage());
    }
  }

  /** The traces of one claim, put to one kernel. */
  private static final class Comparison {
    private final Oracle oracle;
    private final Rules rules;
    private final Lockstep lockstep;
    private final Optional<String> unseen;
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private int compared;
    private int calls;
    private int states;

    Comparison(Oracle oracle, Guards guards) {
      this.oracle = oracle;
      this.rules = Rules.LINUX.with(guards);
      this.unseen = Lockstep.unseen(oracle);
      this.lockstep = new Lockstep(oracle, rules, unseen.isEmpty());
    }

    Evidence evidence(String claim, List<ClaimTraces.Origin> traces, Budget budget) {
      for (ClaimTraces.Origin one : traces) {
        if (budget.isSpent()) {
          return Evidence.of(
              EngineId.KERNEL, Verdict.INCONCLUSIVE, "the time was spent after " + so());
        }
        Optional<Difference> difference = compare(one);
        if (difference.isPresent()) {
          return disagreement(claim, one.origin(), difference.get());
        }
      }
      return compared == 0 ? notRun() : holds();
    }

    private Optional<Difference> compare(ClaimTraces.Origin one) {
      if (one.litmus().isEmpty()) {
        skip("no trace was found");
        return Optional.empty();
      }
      Litmus litmus = one.litmus().get();
      Optional<Trial> trial = LitmusTrials.of(litmus, Rules.LINUX.with(oracle.host().settings()));
      if (trial.isEmpty()) {
        skip(WholeCalls.CUT);
        return Optional.empty();
      }
      try {
        Lockstep.Outcome outcome = lockstep.run(trial.get(), true);
        compared++;
        calls += outcome.plan().steps().size();
        states += outcome.kernel().snapshots().size();
        return outcome.difference();
      } catch (NotRun e) {
        skip(e.getMessage());
        return Optional.empty();
      }
    }

    private void skip(String reason) {
      skipped.merge(reason, 1, Integer::sum);
    }

    private Evidence disagreement(String claim, String origin, Difference difference) {
      String reason =
          "%s, on %s: %s".formatted(origin, oracle.host().text(), DifferenceTrace.what(difference));
      return Evidence.of(EngineId.KERNEL, Verdict.DISAGREEMENT, reason)
          .withTrace(DifferenceTrace.of(difference, claim, oracle.host(), rules.guards().away()));
    }

    private Evidence holds() {
      List<String> reasons = new ArrayList<>(List.of(oracle.host().text()));
      unseen.ifPresent(why -> reasons.add("states were not compared: " + why));
      reasons.addAll(left());
      return Evidence.holds(EngineId.KERNEL, Strength.SAMPLED, Bound.sampled(so()))
          .withReason(String.join("; ", reasons));
    }

    private Evidence notRun() {
      return Evidence.of(EngineId.KERNEL, Verdict.NOT_RUN, String.join("; ", left()));
    }

    private String so() {
      return "%d traces, %d calls, %d states the same in both".formatted(compared, calls, states);
    }

    private List<String> left() {
      return skipped.entrySet().stream()
          .map(one -> "%d not put to it: %s".formatted(one.getValue(), one.getKey()))
          .collect(Collectors.toList());
    }
  }
}
