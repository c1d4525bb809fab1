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

  /** How many runs in a second a bare C loop makes with so many threads. */
  static double baseline(int threads) throws NotRun {
    throw new NotRun("the executor has no loop of its own yet");
  }
}
