package watertight.checker.text.charge;

import java.util.List;
import watertight.checker.text.GuardNames;
import watertight.checker.text.InputError;
import watertight.checker.text.Source;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.text.machine.MachineSections;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.Workload;

/** Reads litmus files of the charge machine. */
public final class ChargeLitmusParser {
  /** The name in the line {@code machine}. */
  public static final String MACHINE = "charge";

  /** The guards that its files may take away. */
  public static final GuardNames GUARDS = GuardNames.of(List.of(ChargeGuards.values()));

  private static final List<String> NEEDED = List.of("machine", "world", "run");

  private ChargeLitmusParser() {}

  /**
   * Reads a text.
   *
   * @throws InputError when it is no litmus test of this machine
   */
  public static MachineLitmusFile<Workload, ChargeStep> parse(Source source) {
    WorkloadParser world = new WorkloadParser(true);
    ChargeStepParser steps = new ChargeStepParser(world.operands());
    return new MachineSections<>(source, MACHINE, GUARDS, world::read, steps::read)
        .read(NEEDED, "[t0] add g0 1", () -> world.workload(source));
  }
}
