package watertight.checker.text.hostcall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import watertight.checker.text.Cursor;
import watertight.checker.text.HeadLines;
import watertight.checker.text.Heading;
import watertight.checker.text.Names;
import watertight.checker.text.Nearest;
import watertight.checker.text.Source;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.claim.HostcallGoal;

/** Reads scenarios of the host-call machine. */
public final class HostcallScenarioParser {
  private final Source source;
  private final Heading heading = new Heading(HostcallLitmusParser.GUARDS);
  private final EnclaveParser world = new EnclaveParser();
  private final List<HostCall> program = new ArrayList<>();
  private final Set<Field> lies = EnumSet.noneOf(Field.class);
  private final HeadLines head;
  private Optional<HostcallGoal> goal = Optional.empty();
  private boolean host;
  private boolean silent;
  private Consumer<Cursor> section;

  private HostcallScenarioParser(Source source) {
    this.source = source;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("machine", in -> Heading.machine(in, HostcallLitmusParser.MACHINE));
    known.put("claim", heading::claim);
    known.put("world", this::world);
    known.put("party", this::party);
    known.put("goal", this::goal);
    known.put("without", heading::without);
    head =
        new HeadLines(
            new Names<>("a line of a scenario", known, Set.of()),
            Set.of("party", "without"),
            "each such line once");
    section = head::read;
  }

  /**
   * Reads a text.
   *
   * @throws watertight.checker.text.InputError when it is no scenario of this machine
   */
  public static HostcallScenario parse(Source source) {
    return new HostcallScenarioParser(source).parse();
  }

  private HostcallScenario parse() {
    heading.read(source, "scenario", this::line);
    if (!head.has("machine")) {
      throw source.endsBefore("\"machine\"");
    }
    if (program.isEmpty()) {
      throw source.endsBefore("a party enclave that makes a call");
    }
    if (!host) {
      throw source.endsBefore("a party host");
    }
    return new HostcallScenario(
        heading.title(),
        heading.claim(),
        new Situation(world.picture(), world.remembered(), program, lies, silent),
        goal.orElseThrow(() -> source.endsBefore("a goal")),
        heading.without());
  }

  private void line(Cursor in) {
    if (head.isNext(in)) {
      head.read(in);
    } else {
      section.accept(in);
    }
  }

  private void world(Cursor in) {
    in.expectEnd();
    section = world::read;
  }

  private void party(Cursor in) {
    if (in.acceptWord("enclave")) {
      if (!in.acceptWord("runs")) {
        throw in.expected("\"runs\"");
      }
      section = this::call;
    } else if (in.acceptWord("host")) {
      host = true;
      section = this::power;
    } else {
      throw in.expected("\"enclave\" or \"host\"");
    }
    in.expectEnd();
  }

  private void call(Cursor in) {
    in.expect("[");
    in.expect("e");
    in.expect("]");
    program.add(world.operands().call(in));
    in.expectEnd();
  }

  /** {@code may answer ret, controllen} or {@code may keep silent}. */
  private void power(Cursor in) {
    if (!in.acceptWord("may")) {
      throw in.expected("\"may answer\" or \"may keep silent\"");
    }
    if (in.acceptWord("keep")) {
      if (!in.acceptWord("silent")) {
        throw in.expected("\"silent\"");
      }
      silent = true;
    } else if (in.acceptWord("answer")) {
      List<Field> known =
          program.stream().flatMap(call -> call.name().answers().stream()).distinct().toList();
      do {
        lies.add(Operands.field(in, "a field of an answer", known));
      } while (in.accept(","));
    } else {
      throw in.expected("\"answer\" or \"keep silent\"");
    }
    in.expectEnd();
  }

  private void goal(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String text = in.rest();
    List<String> known = Arrays.stream(HostcallGoal.values()).map(HostcallGoal::text).toList();
    goal = HostcallGoal.named(text);
    if (goal.isEmpty()) {
      throw in.error(
          place,
          Cursor.shown(text),
          "a goal (" + String.join(", ", known) + ")",
          Nearest.to(text, known));
    }
  }
}
