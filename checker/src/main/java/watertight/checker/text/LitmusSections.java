package watertight.checker.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The parts of a litmus file of a machine of its own: the head, the lines of the world, the steps.
 * Each line of the last two goes to who knows the machine.
 */
public final class LitmusSections {
  private final Source source;
  private final Heading heading;
  private final Consumer<Cursor> world;
  private final Consumer<Cursor> step;
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
      Consumer<Cursor> step) {
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
   * @param example a step, as an error shows it where there is none
   * @throws InputError when a part is missing, or in the wrong place
   */
  public void read(String example) {
    heading.read(source, "litmus", line -> section.accept(line));
    for (String needed : List.of("machine", "world", "run")) {
      if (!head.has(needed)) {
        throw source.endsBefore('"' + needed + '"');
      }
    }
    if (places.isEmpty()) {
      throw source.endsBefore("a step such as " + example);
    }
  }

  /** The head. */
  public Heading heading() {
    return heading;
  }

  /** Where the steps stand. */
  public List<Place> places() {
    return places;
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
          step.accept(line);
          places.add(place);
        };
  }
}
