package watertight.checker.text.sgx;

import java.util.ArrayList;
import java.util.List;
import watertight.checker.text.GuardNames;
import watertight.checker.text.Heading;
import watertight.checker.text.InputError;
import watertight.checker.text.LitmusSections;
import watertight.checker.text.Source;
import watertight.model.enclave.sgx.SgxGuards;

/** Reads litmus files of the SGX machine. */
public final class SgxLitmusParser {
  /** The guards that its files may take away. */
  public static final GuardNames GUARDS = GuardNames.of(SgxGuards.removable());

  private final WorldLines world = new WorldLines();
  private final StepLines stepLines = new StepLines(world);
  private final List<SgxStep> steps = new ArrayList<>();

  private SgxLitmusParser() {}

  /**
   * Reads a text.
   *
   * @throws InputError when it is no litmus test of this machine
   */
  public static SgxLitmusFile parse(Source source) {
    return new SgxLitmusParser().read(source);
  }

  private SgxLitmusFile read(Source source) {
    LitmusSections sections =
        new LitmusSections(
            source,
            SgxLitmus.MACHINE,
            GUARDS,
            world::read,
            line -> steps.add(stepLines.read(line)));
    sections.read("[p0] EENTER 0x12000");
    Heading heading = sections.heading();
    SgxLitmus litmus =
        new SgxLitmus(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            world.world(),
            steps);
    return new SgxLitmusFile(source.file(), litmus, sections.places());
  }
}
