package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.List;
import watertight.checker.text.GuardNames;
import watertight.checker.text.Heading;
import watertight.checker.text.InputError;
import watertight.checker.text.LitmusSections;
import watertight.checker.text.Source;
import watertight.model.charge.ChargeGuards;

/** Reads litmus files of the charge machine. */
public final class ChargeLitmusParser {
  /** The guards that its files may take away. */
  public static final GuardNames GUARDS = GuardNames.of(List.of(ChargeGuards.values()));

  private final WorkloadParser world = new WorkloadParser(true);
  private final ChargeStepParser stepParser = new ChargeStepParser(world.operands());
  private final List<ChargeStep> steps = new ArrayList<>();

  private ChargeLitmusParser() {}

  /**
   * Reads a text.
   *
   * @throws InputError when it is no litmus test of this machine
   */
  public static ChargeLitmusFile parse(Source source) {
    return new ChargeLitmusParser().read(source);
  }

  private ChargeLitmusFile read(Source source) {
    LitmusSections sections =
        new LitmusSections(
            source,
            ChargeLitmus.MACHINE,
            GUARDS,
            world::read,
            line -> steps.add(stepParser.read(line)));
    sections.read("[t0] add g0 1");
    Heading heading = sections.heading();
    return new ChargeLitmusFile(
        source.file(),
        new ChargeLitmus(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            world.workload(source),
            steps),
        sections.places());
  }
}
