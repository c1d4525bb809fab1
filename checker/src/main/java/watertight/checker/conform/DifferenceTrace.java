package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import watertight.checker.kernel.Host;
import watertight.checker.run.AnswerText;
import watertight.checker.text.StepPrinter;
import watertight.checker.text.WorldPrinter;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;
import watertight.model.Guard;

/** A difference as a trace: the steps up to it, with what the kernel answered. */
final class DifferenceTrace {
  private DifferenceTrace() {}

  /**
   * The trace.
   *
   * @param claim the claim whose trace was put to both
   * @param without the guards that the model did not have
   */
  static RenderedTrace of(Difference difference, String claim, Host host, Set<Guard> without) {
    return new RenderedTrace(
        Optional.of(claim),
        Optional.of("kernel"),
        without.stream().map(Guard::id).sorted().toList(),
        Map.of(),
        false,
        WorldPrinter.lines(difference.trial().world()),
        steps(difference),
        what(difference),
        OptionalInt.empty(),
        DifferenceText.of(difference, host.release(), without));
  }

  private static List<TraceStep> steps(Difference difference) {
    KernelText text = new KernelText();
    List<TraceStep> steps = new ArrayList<>();
    for (int n = 0; n < difference.at(); n++) {
      Step step = difference.plan().steps().get(n);
      var answer = difference.kernel().answers().get(n);
      steps.add(
          new TraceStep(
              n + 1,
              step.move().task().letter(),
              StepPrinter.call(text.steps(step.move(), answer).getFirst()),
              AnswerText.of(answer),
              step.gate(),
              List.of()));
    }
    return steps;
  }

  /** What differs, in one line. */
  static String what(Difference difference) {
    String where = difference.inState() ? "in the state after step " : "in step ";
    return "model and kernel differ " + where + difference.at() + ": " + said(difference);
  }

  private static String said(Difference difference) {
    if (!difference.inState()) {
      int n = difference.at() - 1;
      String model = AnswerText.of(difference.plan().steps().get(n).answer().answer());
      String kernel = AnswerText.of(difference.kernel().answers().get(n));
      if (!model.equals(kernel)) {
        return "model %s, kernel %s".formatted(model, kernel);
      }
    }
    return String.join(", ", difference.lines());
  }
}
