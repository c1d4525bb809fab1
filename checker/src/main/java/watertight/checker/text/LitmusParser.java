package watertight.checker.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads litmus files. */
public final class LitmusParser {
  private final Source source;
  private final Heading heading;
  private final WorldParser world = new WorldParser();
  private final List<LitmusStep> steps = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final StepParser stepParser = new StepParser(steps);
  private final HeadLines head;
  private Consumer<Cursor> section;

  private LitmusParser(Source source, GuardNames guards) {
    this.source = source;
    this.heading = new Heading(guards);
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("claim", heading::claim);
    known.put("source", heading::source);
    known.put("without", heading::without);
    known.put("machine", Heading::noMachine);
    known.put("world", this::world);
    known.put("run", this::run);
    this.head =
        new HeadLines(
            new Names<>("a line of the head", known, Set.of()),
            Set.of("without"),
            "each line of the head once");
    this.section = head::read;
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
    heading.read(source, "litmus", line -> section.accept(line));
    if (!head.has("run")) {
      throw source.endsBefore("\"run\" and steps");
    }
    if (steps.isEmpty()) {
      throw source.endsBefore("a step such as [A] chdir(\"/\")");
    }
    Place.check(world.world(), world.places());
    return new LitmusFile(
        source.file(),
        new Litmus(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            world.world(),
            steps),
        places);
  }

  private void world(Cursor in) {
    in.expectEnd();
    section =
        line -> {
          if (head.isNext(line)) {
            head.read(line);
          } else {
            world.read(line);
          }
        };
  }

  private void run(Cursor in) {
    in.expectEnd();
    section =
        line -> {
          line.skipBlanks();
          Place place = line.place();
          stepParser.read(line);
          places.add(place);
        };
  }
}
