package watertight.checker.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The parts of a litmus file: the head, the lines of the world, the steps. Each line of the last
 * two goes to who knows the machine.
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
   * @param guards the guards that a file may take away
   * @param machine reads the rest of a line {@code machine}
   * @param world reads a line of the world
   * @param step reads a step
   */
  public LitmusSections(
      Source source,
      GuardNames guards,
      Consumer<Cursor> machine,
      Consumer<Cursor> world,
      Consumer<Cursor> step) {
    this.source = source;
    this.heading = new Heading(guards);
    this.world = world;
    this.step = step;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("claim", heading::claim);
    known.put("source", heading::source);
    known.put("without", heading::without);
    known.put("machine", machine);
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
   * @throws InputError when a line is in the wrong place
   */
  public void read() {
    heading.read(source, "litmus", line -> section.accept(line));
  }

  /** What the head says. */
  public Heading heading() {
    return heading;
  }

  /** Whether such a part was read, {@code world} or {@code run}. */
  public boolean has(String part) {
    return head.has(part);
  }

  /** Where each step stands. */
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
