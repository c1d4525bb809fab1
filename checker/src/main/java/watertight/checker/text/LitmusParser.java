package watertight.checker.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads litmus files. */
public final class LitmusParser {
  private static final Set<String> OUTSIDE_WORLD =
      Set.of("litmus", "machine", "claim", "source", "without", "world", "run");

  private final Source source;
  private final Heading heading;
  private final WorldParser world = new WorldParser();
  private final List<LitmusStep> steps = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final StepParser stepParser = new StepParser(steps);
  private final Set<String> seen = new HashSet<>();
  private Consumer<Cursor> section;

  private LitmusParser(Source source, GuardNames guards) {
    this.source = source;
    this.heading = new Heading(guards);
    this.section = this::head;
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
    for (int line = 0; line < source.lines().size(); line++) {
      Cursor in = new Cursor(source, line);
      if (!in.atEnd()) {
        if (seen.add("litmus")) {
          heading.title(in, "litmus");
        } else {
          section.accept(in);
        }
      }
    }
    if (seen.isEmpty()) {
      throw source.endsBefore("\"litmus \\\"title\\\"\"");
    }
    if (!seen.contains("run")) {
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

  private void head(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("claim", heading::claim);
    known.put("source", heading::source);
    known.put("without", heading::without);
    known.put("machine", Heading::noMachine);
    known.put("world", this::world);
    known.put("run", this::run);
    Consumer<Cursor> read = new Names<>("a line of the head", known, Set.of()).read(in);
    String keyword = in.since(place);
    if (!seen.add(keyword) && !keyword.equals("without")) {
      throw in.error(place, "a second " + Cursor.shown(keyword), "each line of the head once");
    }
    read.accept(in);
  }

  private void world(Cursor in) {
    in.expectEnd();
    section =
        line -> {
          if (world.isNext(line, OUTSIDE_WORLD)) {
            world.read(line);
          } else {
            head(line);
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
