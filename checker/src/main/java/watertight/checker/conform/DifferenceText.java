package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusPrinter;
import watertight.checker.text.LitmusStep;
import watertight.model.Guard;

/** A difference as a litmus file that expects what the kernel answered. */
final class DifferenceText {
  private DifferenceText() {}

  /**
   * The text of the file; what differs stands in it as comments.
   *
   * @param release the kernel's release
   * @param without the guards that the model did not have
   */
  static String of(Difference difference, String release, Set<Guard> without) {
    String what = difference.inState() ? "the state after step " : "step ";
    Litmus litmus =
        new Litmus(
            "model and kernel differ: " + what + difference.at(),
            Optional.empty(),
            Optional.of("run on Linux " + release),
            without,
            difference.trial().world(),
            steps(difference));
    List<String> lines = new ArrayList<>(List.of(LitmusPrinter.text(litmus).split("\n")));
    lines.add("");
    lines.add("  # at " + what + difference.at() + ":");
    difference.lines().forEach(line -> lines.add("  #   " + line));
    return String.join("\n", lines) + "\n";
  }

  /** The steps up to the difference, or all where there is none before the first. */
  private static List<LitmusStep> steps(Difference difference) {
    KernelText text = new KernelText();
    List<LitmusStep> steps = new ArrayList<>();
    List<Step> taken = difference.plan().steps();
    int last = difference.at() == 0 ? taken.size() : difference.at();
    for (int n = 0; n < last; n++) {
      steps.addAll(text.steps(taken.get(n).move(), difference.kernel().answers().get(n)));
      steps.addAll(KernelText.steps(difference.kernel().events().get(n)));
    }
    return steps;
  }
}
