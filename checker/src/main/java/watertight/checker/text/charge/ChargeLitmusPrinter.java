package watertight.checker.text.charge;

import watertight.checker.text.machine.LitmusLayout;
import watertight.checker.text.machine.MachineLitmus;
import watertight.model.charge.Workload;

/** Writes litmus tests of the charge machine in their usual layout. */
public final class ChargeLitmusPrinter {
  private ChargeLitmusPrinter() {}

  /** The text of a file. */
  public static String text(MachineLitmus<Workload, ChargeStep> litmus) {
    return LitmusLayout.text(
        ChargeLitmusParser.MACHINE, litmus, WorkloadText.lines(litmus.world()));
  }
}
