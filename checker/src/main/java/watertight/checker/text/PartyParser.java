package watertight.checker.text;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.world.WorldLine;

/** Reads one party: its task, and the calls that it may make or the program that it runs. */
final class PartyParser {
  private static final Names<String> CALLS =
      Names.of("a call such as open, chdir or chroot", Calls.names(), name -> name)
          .later(LaterCalls.NAMES);

  private final String name;
  private final Place place;
  private final WorldLine.TaskLine task;
  private final Set<String> calls = new LinkedHashSet<>();
  private final @Nullable ProgramParser program;
  private boolean listOpen;

  private PartyParser(
      String name, Place place, WorldLine.TaskLine task, @Nullable ProgramParser program) {
    this.name = name;
    this.place = place;
    this.task = task;
    this.program = program;
  }

  /** Reads the line from after {@code party}. */
  static PartyParser start(Cursor in) {
    in.skipBlanks();
    Place place = in.place();
    String name = in.run(c -> Cursor.isWord(c) || c == '-');
    if (name.isEmpty()) {
      throw in.expected("the name of a party, such as attacker");
    }
    if (!in.acceptWord("task")) {
      throw in.expected("\"task\"");
    }
    WorldLine.TaskLine task = TaskText.read(in);
    boolean runs = in.acceptWord("runs");
    in.expectEnd();
    return new PartyParser(name, place, task, runs ? new ProgramParser(task.task()) : null);
  }

  String name() {
    return name;
  }

  Place place() {
    return place;
  }

  WorldLine.TaskLine task() {
    return task;
  }

  /** Whether the next line goes on with this party's list of calls. */
  boolean goesOn() {
    return listOpen;
  }

  /** Reads a step of the program. */
  void step(Cursor in) {
    if (program == null) {
      throw in.expected("\"may\" and calls, or \"runs\" at the end of the line of the party");
    }
    program.read(in);
  }

  /** Reads {@code open, read, …} from after {@code may}, or from the line after a comma. */
  void may(Cursor in) {
    if (program != null) {
      throw in.expected("a step such as [" + task.task().letter() + "] chdir(\"/\")");
    }
    do {
      listOpen = in.atEnd() && !calls.isEmpty();
      if (listOpen) {
        return;
      }
      in.skipBlanks();
      int at = in.at();
      String call = CALLS.read(in);
      if (!calls.add(call)) {
        throw in.error(at, "a second " + Cursor.shown(call), "each call once");
      }
    } while (in.accept(","));
    in.expectEnd();
  }

  Party party() {
    if (program == null) {
      if (calls.isEmpty()) {
        throw place.error("the party " + name + " without powers", "a line \"may\" after it");
      }
      return new Party.Free(name, task, calls);
    }
    if (program.lines().isEmpty()) {
      throw place.error("the party " + name + " without a program", "its steps after it");
    }
    return new Party.Runs(name, task, program.lines());
  }
}
