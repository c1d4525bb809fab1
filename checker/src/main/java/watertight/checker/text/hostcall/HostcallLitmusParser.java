package watertight.checker.text.hostcall;

import java.util.List;
import watertight.checker.text.GuardNames;
import watertight.checker.text.InputError;
import watertight.checker.text.Source;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.text.machine.MachineSections;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Situation;

/** Reads litmus files of the host-call machine. */
public final class HostcallLitmusParser {
  /** The name in the line {@code machine}. */
  public static final String MACHINE = "hostcall";

  /** The guards that its files may take away. */
  public static final GuardNames GUARDS = GuardNames.of(List.of(HostcallGuards.values()));

  /** Without a world the enclave is the usual one. */
  private static final List<String> NEEDED = List.of("machine", "run");

  private HostcallLitmusParser() {}

  /**
   * Reads a text.
   *
   * @throws InputError when it is no litmus test of this machine
   */
  public static MachineLitmusFile<Situation, HostcallStep> parse(Source source) {
    EnclaveParser world = new EnclaveParser();
    HostcallStepParser steps = new HostcallStepParser(world.operands(), world::picture);
    return new MachineSections<>(source, MACHINE, GUARDS, world::read, steps::read)
        .read(NEEDED, "[e] read count=8", () -> situation(world, steps.program()));
  }

  private static Situation situation(EnclaveParser world, List<HostCall> program) {
    return new Situation(
        world.picture(), world.remembered(), program, Situation.everything(program), true);
  }
}
