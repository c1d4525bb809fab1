package watertight.checker.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads litmus files. */
public final class LitmusParser {
  private final Source source;
  private final WorldParser world = new WorldParser();
  private final List<LitmusStep> steps = new ArrayList<>();
  private final LitmusSections sections;

  private LitmusParser(Source source, GuardNames guards) {
    this.source = source;
    StepParser stepParser = new StepParser(steps);
    this.sections =
        new LitmusSections(source, guards, Heading::noMachine, world::read, stepParser::read);
  }

  /**
   * Reads a file.
   *
   * @throws InputError when it cannot be read, or is no litmus test
   */
  public static LitmusFile parse(Path file, GuardNames guards) {
    return parse(Source.read(file), guards);
  }

  /**
   * Reads a text.
   *
   * @throws InputError when it is no litmus test
   */
  public static LitmusFile parse(Source source, GuardNames guards) {
    return new LitmusParser(source, guards).parse();
  }

  private LitmusFile parse() {
    sections.read();
    if (!sections.has("run")) {
      throw source.endsBefore("\"run\" and steps");
    }
    if (steps.isEmpty()) {
      throw source.endsBefore("a step such as [A] chdir(\"/\")");
    }
    Place.check(world.world(), world.places());
    Heading heading = sections.heading();
    return new LitmusFile(
        source.file(),
        new Litmus(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            world.world(),
            steps),
        sections.places());
  }
}
