package watertight.checker.text.sgx;

import watertight.checker.text.LitmusLayout;
import watertight.checker.text.StepPrinter;

/** Writes litmus tests of the SGX machine in their usual layout. */
public final class SgxLitmusPrinter {
  private SgxLitmusPrinter() {}

  /** The text of a file. */
  public static String text(SgxLitmus litmus) {
    return new LitmusLayout(
            SgxLitmus.MACHINE,
            litmus.name(),
            litmus.claim(),
            litmus.source(),
            litmus.without(),
            WorldText.lines(litmus.world()),
            litmus.steps().stream().map(SgxLitmusPrinter::line).toList())
        .text();
  }

  private static StepPrinter.Line line(SgxStep step) {
    return new StepPrinter.Line("[" + step.actor() + "] " + step.text(), step.expect().text());
  }
}
