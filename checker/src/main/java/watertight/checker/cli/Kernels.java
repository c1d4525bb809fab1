package watertight.checker.cli;

import watertight.checker.kernel.LocalOracle;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;

/** The kernel of this machine. */
final class Kernels {
  private Kernels() {}

  /** One more oracle. */
  static Oracle open() throws NotRun {
    return LocalOracle.open();
  }
}
