package watertight.checker.text.hostcall;

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
import watertight.checker.text.Names;
import watertight.checker.text.Place;
import watertight.checker.text.Source;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Situation;

/** Reads litmus files of the host-call machine. */
public final class HostcallLitmusParser {
  /** The guards that its files may take away. */
  public static final GuardNames GUARDS = GuardNames.of(List.of(HostcallGuards.values()));

  private final Source source;
  private final Heading heading = new Heading(GUARDS);
  private final EnclaveParser world = new EnclaveParser();
  private final HostcallStepParser stepParser =
      new HostcallStepParser(world.operands(), world::picture);
  private final List<HostcallStep> steps = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final HeadLines head;
  private Consumer<Cursor> section;

  private HostcallLitmusParser(Source source) {
    this.source = source;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("machine", in -> Heading.machine(in, HostcallLitmus.MACHINE));
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
   * Reads a text.
   *
   * @throws watertight.checker.text.InputError when it is no litmus test of this machine
   */
  public static HostcallLitmusFile parse(Source source) {
    return new HostcallLitmusParser(source).parse();
  }

  private HostcallLitmusFile parse() {
    heading.read(source, "litmus", line -> section.accept(line));
    for (String needed : List.of("machine", "run")) {
      if (!head.has(needed)) {
        throw source.endsBefore('"' + needed + '"');
      }
    }
    if (steps.isEmpty()) {
      throw source.endsBefore("a step such as [e] read count=8");
    }
    Situation situation =
        new Situation(
            world.picture(),
            world.remembered(),
            stepParser.program(),
            Situation.everything(stepParser.program()),
            true);
    return new HostcallLitmusFile(
        source.file(),
        new HostcallLitmus(
            heading.title(),
            heading.claim(),
            heading.source(),
            heading.without(),
            situation,
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
