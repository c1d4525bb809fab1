package watertight.checker.run;

import java.util.List;
import java.util.Optional;
import watertight.checker.kernel.Host;
import watertight.checker.kernel.LocalOracle;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.text.Litmus;

/** This machine's kernel, opened when it is first asked; one oracle for all files. */
public final class KernelSide implements AutoCloseable {
  private Oracle oracle;
  private NotRun reason;

  List<KernelSteps.Step> steps(Litmus litmus) throws NotRun {
    return KernelSteps.of(litmus, oracle());
  }

  private Oracle oracle() throws NotRun {
    if (reason != null) {
      throw reason;
    }
    if (oracle == null) {
      try {
        oracle = LocalOracle.open();
      } catch (NotRun e) {
        reason = e;
        throw e;
      }
    }
    return oracle;
  }

  /** The machine that answered, where one did. */
  public Optional<Host> host() {
    return Optional.ofNullable(oracle).map(Oracle::host);
  }

  @Override
  public void close() {
    if (oracle != null) {
      oracle.close();
    }
  }
}
