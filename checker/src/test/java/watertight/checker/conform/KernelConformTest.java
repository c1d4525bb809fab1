package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import watertight.checker.kernel.LocalOracle;
import watertight.checker.kernel.NotRun;
import watertight.model.Guards;
import watertight.model.linux.path.NameGates;

/** The kernel of this machine is the judge; where it cannot be asked, the tests say why. */
class KernelConformTest {
  private static final int RUNS = 150;

  private static Report conform(Guards guards, long seed, long runs, boolean litmus) {
    try {
      return new Conform(
              LocalOracle::open, guards, new Limits(seed, runs, 20, 2, litmus, () -> false))
          .run();
    } catch (NotRun e) {
      return abort("not run: " + e.getMessage());
    }
  }

  @Test
  void theLitmusFilesGoTheSameWayInBoth() {
    Report report = conform(Guards.all(), 1, 0, true);
    assertEquals(List.of(), report.disagreements());
    assertTrue(report.litmus() >= 300, report.litmus() + " files");
  }

  @Test
  void modelAndKernelAgreeFromAFixedSeed() {
    Report report = conform(Guards.all(), 5, RUNS, false);
    assertEquals(List.of(), report.disagreements());
    assertEquals(Set.of(), report.unexpected());
  }

  @Test
  void modelAndKernelAgreeFromAFreshSeed() {
    long seed = ThreadLocalRandom.current().nextLong(1L << 48);
    Report report = conform(Guards.all(), seed, RUNS, false);
    assertEquals(List.of(), report.disagreements(), "seed " + seed);
  }

  @Test
  void aModelWithoutAGuardDiffersFromTheKernel() {
    Guards guards = Guards.all().without(NameGates.RENAME_SAME_MOUNT);
    assertEquals(1, Math.min(1, conform(guards, 7, 2000, false).disagreements().size()));
  }
}
