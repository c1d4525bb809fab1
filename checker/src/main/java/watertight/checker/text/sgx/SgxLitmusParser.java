package watertight.checker.text.sgx;

import java.util.List;
import watertight.checker.text.GuardNames;
import watertight.checker.text.InputError;
import watertight.checker.text.Source;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.text.machine.MachineSections;
import watertight.model.enclave.sgx.SgxGuards;
import watertight.model.enclave.sgx.World;

/** Reads litmus files of the SGX machine. */
public final class SgxLitmusParser {
  /** The name in the line {@code machine}. */
  public static final String MACHINE = "sgx";

  /** The guards that its files may take away. */
  public static final GuardNames GUARDS = GuardNames.of(SgxGuards.removable());

  private static final List<String> NEEDED = List.of("machine", "world", "run");

  private SgxLitmusParser() {}

  /**
   * Reads a text.
   *
   * @throws InputError when it is no litmus test of this machine
   */
  public static MachineLitmusFile<World, SgxStep> parse(Source source) {
    WorldLines world = new WorldLines();
    StepLines steps = new StepLines(world);
    return new MachineSections<>(source, MACHINE, GUARDS, world::read, steps::read)
        .read(NEEDED, "[p0] EENTER 0x12000", world::world);
  }
}
