package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.checker.text.Numbers;
import watertight.checker.text.Place;
import watertight.checker.text.Source;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Program;
import watertight.model.charge.Workload;

/** Reads the lines of a workload. */
final class WorkloadParser {
  private static final int MOST_GROUPS = 32;
  private static final int MOST_TASKS = 64;
  private static final int MOST_NUMBERS = 1 << 22;

  private final List<Groups.Place> groups = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();
  private final Operands operands = new Operands(groups, programs);
  private final Names<Consumer<Cursor>> keywords;
  private Controller controller = Controller.MEMORY;
  private OptionalInt pidMax = OptionalInt.empty();
  private @Nullable Place pidMaxAt;

  /**
   * @param tasks whether tasks stand among these lines; else they are parties
   */
  WorkloadParser(boolean tasks) {
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("controller", this::controller);
    known.put("pid_max", this::pidMax);
    known.put("group", this::group);
    if (tasks) {
      known.put("task", this::task);
    }
    keywords = Operands.names("a line of the world", known);
  }

  Operands operands() {
    return operands;
  }

  /** Reads one line. */
  void read(Cursor in) {
    keywords.read(in).accept(in);
    in.expectEnd();
  }

  private void controller(Cursor in) {
    beforeTasks(in);
    controller =
        Names.of(
                "a controller",
                List.of(Controller.values()),
                one -> one.name().toLowerCase(Locale.ROOT))
            .read(in);
  }

  private void pidMax(Cursor in) {
    beforeTasks(in);
    in.skipBlanks();
    pidMaxAt = in.place();
    pidMax = OptionalInt.of(Numbers.within(in, "how many process numbers", 1, MOST_NUMBERS));
  }

  private void beforeTasks(Cursor in) {
    if (!programs.isEmpty()) {
      throw in.error(0, "a line about all tasks", "it before the first task");
    }
  }

  private void group(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    if (groups.size() == MOST_GROUPS) {
      throw in.error(place, "one group more", "at most " + MOST_GROUPS);
    }
    operands.nextGroup(in);
    Map<String, Object> parts = new LinkedHashMap<>();
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("parent", line -> parts.put("parent", operands.group(line)));
    known.put("max", line -> parts.put("max", Operands.limit(line)));
    parts(in, Operands.names("a part of a group", known));
    Group parent = (Group) parts.get("parent");
    if ((parent == null) != groups.isEmpty()) {
      throw parent == null
          ? in.expected("\"parent=\" and a group: g0 alone has none")
          : in.error(place, "a parent of g0", "the root, which has none");
    }
    groups.add(new Groups.Place(parent, (int) parts.getOrDefault("max", Groups.UNLIMITED)));
  }

  /** Reads {@code name=value} up to {@code runs} or to the end. */
  static void parts(Cursor in, Names<Consumer<Cursor>> names) {
    Set<String> seen = new HashSet<>();
    while (!in.atEnd() && !in.looksAt("runs ")) {
      int place = in.at();
      Consumer<Cursor> part = names.read(in);
      String name = in.since(place);
      if (!seen.add(name)) {
        throw in.error(place, "a second " + Cursor.shown(name), "each part once");
      }
      in.expect("=");
      part.accept(in);
      if (!in.atEnd() && in.since(place).stripTrailing().equals(in.since(place))) {
        throw in.expected("a blank");
      }
    }
  }

  /** Reads a task from after {@code task}. */
  void task(Cursor in) {
    if (groups.isEmpty()) {
      throw in.error(0, "a task without a group", "\"group g0\" before it");
    }
    in.skipBlanks();
    int place = in.at();
    if (programs.size() == MOST_TASKS) {
      throw in.error(place, "one task more", "at most " + MOST_TASKS);
    }
    operands.nextTask(in);
    programs.add(new ProgramParser(operands, controller).read(in));
  }

  /** The workload, once all its lines were read. */
  Workload workload(Source source) {
    if (groups.isEmpty()) {
      throw source.endsBefore("a world with \"group g0\"");
    }
    if (programs.isEmpty()) {
      throw source.endsBefore("a task");
    }
    if (pidMaxAt != null) {
      checkNumbers(pidMaxAt);
    }
    return new Workload(controller, new Groups(groups), programs, pidMax);
  }

  private void checkNumbers(Place place) {
    if (controller == Controller.MEMORY) {
      throw place.error("pid_max", "it with \"controller pids\" alone");
    }
    int held = programs.stream().mapToInt(Program::holds).sum();
    if (held > pidMax.orElseThrow()) {
      throw place.error("fewer process numbers than the tasks hold", "at least %d".formatted(held));
    }
  }
}
