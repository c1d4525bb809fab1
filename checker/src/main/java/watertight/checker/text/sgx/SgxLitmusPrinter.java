package watertight.checker.text.sgx;

import watertight.checker.text.machine.LitmusLayout;
import watertight.checker.text.machine.MachineLitmus;
import watertight.model.enclave.sgx.World;

/** Writes litmus tests of the SGX machine in their usual layout. */
public final class SgxLitmusPrinter {
  private SgxLitmusPrinter() {}

  /** The text of a file. */
  public static String text(MachineLitmus<World, SgxStep> litmus) {
    return LitmusLayout.text(SgxLitmusParser.MACHINE, litmus, WorldText.lines(litmus.world()));
  }
}
