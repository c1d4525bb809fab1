package watertight.checker.honest;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import watertight.checker.kernel.HostcallKernel;
import watertight.checker.kernel.NotRun;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Guards;
import watertight.properties.hostcall.RealSteps;

/**
 * Many runs on a kernel, until something is found or the limits are reached.
 *
 * @param kernels gives each run a world of its own
 * @param guards which checks are made
 */
public record RealAnswers(HostcallKernel.Source kernels, Guards guards) {
  /**
   * How far they go.
   *
   * @param seed where the random numbers start
   * @param answers end once so many answers were judged
   * @param runs the most worlds
   * @param steps how many steps a run has
   * @param spent whether the time is over
   */
  public record Limits(long seed, long answers, long runs, int steps, BooleanSupplier spent) {}

  /**
   * What came of them.
   *
   * @param kernel which kernel answered
   * @param limits how far they were to go
   * @param runs how many worlds there were
   * @param seconds how long it took
   * @param tally what was met
   * @param wrong about which answer the model is wrong, and how
   * @param trace the same as a run of the machine
   */
  public record Report(
      String kernel,
      Limits limits,
      long runs,
      double seconds,
      Tally tally,
      Optional<String> wrong,
      Optional<RenderedTrace> trace) {}

  /**
   * Runs; {@code tally} counts meanwhile, for any thread to look at.
   *
   * @throws NotRun when there is no kernel to ask
   */
  public Report run(Limits limits, Tally tally) throws NotRun {
    AtomicReference<RandomGenerator<Long>> numbers = new AtomicReference<>();
    JqwikSession.run(() -> numbers.set(RealSteps.numbers()));
    long start = System.nanoTime();
    Random random = new Random(limits.seed());
    Optional<Finding> finding = Optional.empty();
    String text = "";
    long runs = 0;
    while (finding.isEmpty() && !isDone(limits, runs, tally)) {
      try (HostcallKernel kernel = kernels.open()) {
        text = kernel.text();
        finding = new RealRun(kernel, guards, random, numbers.get(), tally).run(limits.steps());
        runs++;
      }
    }
    if (runs == 0) {
      throw new NotRun("the time was spent");
    }
    Optional<RenderedTrace> trace = finding.map(found -> FindingTrace.of(found, guards));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Report(text, limits, runs, seconds, tally, finding.map(Finding::what), trace);
  }

  private static boolean isDone(Limits limits, long runs, Tally tally) {
    return runs >= limits.runs()
        || tally.answers() >= limits.answers()
        || limits.spent().getAsBoolean();
  }
}
