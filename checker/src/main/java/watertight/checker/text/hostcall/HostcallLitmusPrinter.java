package watertight.checker.text.hostcall;

import watertight.checker.text.machine.LitmusLayout;
import watertight.checker.text.machine.MachineLitmus;
import watertight.model.enclave.hostcall.Situation;

/** Writes litmus tests of the host-call machine in their usual layout. */
public final class HostcallLitmusPrinter {
  private HostcallLitmusPrinter() {}

  /** The text of a file. */
  public static String text(MachineLitmus<Situation, HostcallStep> litmus) {
    return LitmusLayout.text(
        HostcallLitmusParser.MACHINE, litmus, EnclaveText.lines(litmus.world()));
  }
}
