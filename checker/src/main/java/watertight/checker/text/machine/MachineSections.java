package watertight.checker.text.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import watertight.checker.text.Cursor;
import watertight.checker.text.GuardNames;
import watertight.checker.text.Heading;
import watertight.checker.text.LitmusSections;
import watertight.checker.text.Source;

/** A litmus file of a machine of its own; its world and its steps are read by who knows it. */
public final class MachineSections<S extends MachineStep> {
  private final Source source;
  private final List<S> steps = new ArrayList<>();
  private final LitmusSections sections;

  /**
   * Nothing is read yet.
   *
   * @param machine the name in the line {@code machine}
   * @param guards the guards that a file may take away
   * @param world reads a line of the world
   * @param step reads a step
   */
  public MachineSections(
      Source source,
      String machine,
      GuardNames guards,
      Consumer<Cursor> world,
      Function<Cursor, S> step) {
    this.source = source;
    this.sections =
        new LitmusSections(
            source,
            guards,
            in -> Heading.machine(in, machine),
            world,
            in -> steps.add(step.apply(in)));
  }

  /**
   * Reads the file.
   *
   * @param needed the parts that must be there
   * @param example a step, as an error shows it where there is none
   * @param read the world of the lines that were read
   * @throws watertight.checker.text.InputError when a part is missing, or in the wrong place
   */
  public <W> MachineLitmusFile<W, S> read(List<String> needed, String example, Supplier<W> read) {
    sections.read();
    for (String part : needed) {
      if (!sections.has(part)) {
        throw source.endsBefore('"' + part + '"');
      }
    }
    if (steps.isEmpty()) {
      throw source.endsBefore("a step such as " + example);
    }
    Heading heading = sections.heading();
    MachineLitmus<W, S> litmus =
        new MachineLitmus<>(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            read.get(),
            steps);
    return new MachineLitmusFile<>(source.file(), litmus, sections.places());
  }
}
