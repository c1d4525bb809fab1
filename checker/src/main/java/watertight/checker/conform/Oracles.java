package watertight.checker.conform;

import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;

/** Opens an oracle for each thread that asks. */
@FunctionalInterface
public interface Oracles {
  /**
   * One more.
   *
   * @throws NotRun when there is none to be had, with the reason
   */
  Oracle open() throws NotRun;
}
