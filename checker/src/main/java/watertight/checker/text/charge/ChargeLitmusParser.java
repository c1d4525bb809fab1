package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import watertight.checker.text.Cursor;
import watertight.checker.text.GuardNames;
import watertight.checker.text.HeadLines;
import watertight.checker.text.Heading;
import watertight.checker.text.InputError;
import watertight.checker.text.Place;
import watertight.checker.text.Source;
import watertight.model.charge.ChargeGuards;

/** Reads litmus files of the charge machine. */
public final class ChargeLitmusParser {
  /** The guards that its files may take away. */
  public static final GuardNames GUARDS = GuardNames.of(List.of(ChargeGuards.values()));

  private final Source source;
  private final Heading heading = new Heading(GUARDS);
  private final WorkloadParser world = new WorkloadParser(true);
  private final ChargeStepParser stepParser = new ChargeStepParser(world.operands());
  private final List<ChargeStep> steps = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final HeadLines head;
  private Consumer<Cursor> section;

  private ChargeLitmusParser(Source source) {
    this.source = source;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("machine", in -> Heading.machine(in, ChargeLitmus.MACHINE));
    known.put("claim", heading::claim);
    known.put("source", heading::source);
    known.put("without", heading::without);
    known.put("world", this::world);
    known.put("run", this::run);
    head =
        new HeadLines(
            Operands.names("a line of the head", known),
            Set.of("without"),
            "each line of the head once");
    section = head::read;
  }

  /**
   * Reads a text.
   *
   * @throws InputError when it is no litmus test of this machine
   */
  public static ChargeLitmusFile parse(Source source) {
    return new ChargeLitmusParser(source).parse();
  }

  private ChargeLitmusFile parse() {
    heading.read(source, "litmus", line -> section.accept(line));
    for (String needed : List.of("machine", "world", "run")) {
      if (!head.has(needed)) {
        throw source.endsBefore('"' + needed + '"');
      }
    }
    if (steps.isEmpty()) {
      throw source.endsBefore("a step such as [t0] add g0 1");
    }
    return new ChargeLitmusFile(
        source.file(),
        new ChargeLitmus(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            world.workload(source),
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
          steps.add(stepParser.read(line));
          places.add(place);
        };
  }
}
