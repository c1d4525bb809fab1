package watertight.checker.honest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import watertight.checker.kernel.HostcallKernel;
import watertight.checker.kernel.NotRun;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;

/**
 * Puts utility to the kernel itself: its real answers to real calls pass the shields, keep the
 * promises and do no harm. A shield without a guard of the claim is too strict, and a real answer
 * shows it.
 */
public final class HonestEngine implements Engine {
  private static final String CLAIM = "iago/honest-answer-passes";
  private static final int STEPS = 300;

  private final HostcallKernel.Source kernels;

  /** An engine that asks these kernels. */
  public HonestEngine(HostcallKernel.Source kernels) {
    this.kernels = kernels;
  }

  @Override
  public EngineId id() {
    return EngineId.KERNEL;
  }

  @Override
  public boolean covers(String claim) {
    return claim.equals(CLAIM);
  }

  private static long answers(String scope) {
    return switch (scope) {
      case "small" -> 6_000;
      case "large" -> 100_000;
      default -> 10_000;
    };
  }

  @Override
  public String scope(String scope) {
    return "%s: %,d real answers".formatted(CLAIM, answers(scope));
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    if (!covers(run.claim())) {
      return Evidence.notCovered(id());
    }
    Tally tally = new Tally();
    progress.show(() -> "%,d real answers".formatted(tally.answers()));
    RealAnswers.Limits limits =
        new RealAnswers.Limits(
            budget.seed(), answers(budget.scope()), Long.MAX_VALUE, STEPS, budget::isSpent);
    try {
      Guards guards = Guards.all().without(run.without());
      return evidence(new RealAnswers(kernels, guards).run(limits, tally));
    } catch (NotRun e) {
      return Evidence.of(id(), Verdict.NOT_RUN, e.getMessage());
    }
  }

  private Evidence evidence(RealAnswers.Report report) {
    if (report.wrong().isPresent()) {
      return Evidence.of(
              id(), Verdict.DISAGREEMENT, "an answer of the kernel: " + report.wrong().get())
          .withBound(bound(report))
          .withTrace(report.trace().orElseThrow());
    }
    List<CallName> never =
        Arrays.stream(CallName.values()).filter(call -> !report.tally().succeeded(call)).toList();
    if (!never.isEmpty()) {
      return Evidence.of(id(), Verdict.VACUOUS, "never succeeded: " + texts(never))
          .withBound(bound(report));
    }
    return Evidence.holds(id(), Strength.SAMPLED, bound(report));
  }

  private static String texts(List<CallName> calls) {
    return calls.stream().map(CallName::text).collect(Collectors.joining(", "));
  }

  private static Bound bound(RealAnswers.Report report) {
    return Bound.sampled(
        "seed %d; %,d real answers to %d calls, of %d kinds, in %,d worlds; %s"
            .formatted(
                report.limits().seed(),
                report.tally().answers(),
                CallName.values().length,
                report.tally().kinds(),
                report.runs(),
                report.kernel()));
  }
}
