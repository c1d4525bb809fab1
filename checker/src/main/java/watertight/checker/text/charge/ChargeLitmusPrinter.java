package watertight.checker.text.charge;

import watertight.checker.text.LitmusLayout;
import watertight.checker.text.StepPrinter;

/** Writes litmus tests of the charge machine in their usual layout. */
public final class ChargeLitmusPrinter {
  private ChargeLitmusPrinter() {}

  /** The text of a file. */
  public static String text(ChargeLitmus litmus) {
    return new LitmusLayout(
            ChargeLitmus.MACHINE,
            litmus.name(),
            litmus.claim(),
            litmus.source(),
            litmus.without(),
            WorkloadText.lines(litmus.workload()),
            litmus.steps().stream().map(ChargeLitmusPrinter::line).toList())
        .text();
  }

  private static StepPrinter.Line line(ChargeStep step) {
    return new StepPrinter.Line("[" + step.actor() + "] " + step.text(), step.expect().text());
  }
}
