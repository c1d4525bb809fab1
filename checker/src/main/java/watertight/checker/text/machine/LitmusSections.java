package watertight.checker.text.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import watertight.checker.text.Cursor;
import watertight.checker.text.GuardNames;
import watertight.checker.text.HeadLines;
import watertight.checker.text.Heading;
import watertight.checker.text.Names;
import watertight.checker.text.Place;
import watertight.checker.text.Source;

/**
 * The parts of a litmus file of a machine of its own: the head, the lines of the world, the steps.
 * Each line of the last two goes to who knows the machine.
 */
public final class LitmusSections<S extends MachineStep> {
  private final Source source;
  private final Heading heading;
  private final Consumer<Cursor> world;
  private final Function<Cursor, S> step;
  private final List<S> steps = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final HeadLines head;
  private Consumer<Cursor> section;

  /**
   * Nothing is read yet.
   *
   * @param machine the name in the line {@code machine}
   * @param guards the guards that a file may take away
   * @param world reads a line of the world
   * @param step reads a step
   */
  public LitmusSections(
      Source source,
      String machine,
      GuardNames guards,
      Consumer<Cursor> world,
      Function<Cursor, S> step) {
    this.source = source;
    this.heading = new Heading(guards);
    this.world = world;
    this.step = step;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("machine", in -> Heading.machine(in, machine));
    known.put("claim", heading::claim);
    known.put("source", heading::source);
    known.put("without", heading::without);
    known.put("world", this::world);
    known.put("run", this::run);
    head =
        new HeadLines(
            new Names<>("a line of the head", known, Set.of()),
            Set.of("without"),
            "each line of the head once");
    section = head::read;
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
    heading.read(source, "litmus", line -> section.accept(line));
    for (String part : needed) {
      if (!head.has(part)) {
        throw source.endsBefore('"' + part + '"');
      }
    }
    if (steps.isEmpty()) {
      throw source.endsBefore("a step such as " + example);
    }
    MachineLitmus<W, S> litmus =
        new MachineLitmus<>(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            read.get(),
            steps);
    return new MachineLitmusFile<>(source.file(), litmus, places);
  }

  private void world(Cursor in) {
    in.expectEnd();
    section =
        line -> {
          if (head.isNext(line)) {
            head.read(line);
          } else {
            world.accept(line);
          }
        };
  }

  private void run(Cursor in) {
    in.expectEnd();
    section =
        line -> {
          line.skipBlanks();
          Place place = line.place();
          steps.add(step.apply(line));
          places.add(place);
        };
  }
}
