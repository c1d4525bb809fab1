package watertight.checker.cli;

import watertight.checker.kernel.Host.Network;
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

  /** One more oracle, whose worlds have these network namespaces. */
  static Oracle open(Network network) throws NotRun {
    return LocalOracle.open(network);
  }
}
