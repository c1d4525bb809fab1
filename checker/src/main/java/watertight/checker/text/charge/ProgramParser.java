package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import watertight.checker.text.Cursor;
import watertight.checker.text.Numbers;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Job;
import watertight.model.charge.Program;

/** Reads {@code group=g1 holds=2 runs charge 1, uncharge} or {@code group=g1 rounds=2 size=1}. */
final class ProgramParser {
  private static final int MOST_ROUNDS = 500;

  private final Operands operands;
  private final Controller controller;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Group> home = new ArrayList<>();

  ProgramParser(Operands operands, Controller controller) {
    this.operands = operands;
    this.controller = controller;
  }

  Program read(Cursor in) {
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("group", line -> home.add(operands.group(line)));
    known.put("holds", line -> number(line, "holds", Operands.MOST_PAGES));
    known.put("rounds", line -> number(line, "rounds", MOST_ROUNDS));
    known.put("size", line -> number(line, "size", largest()));
    WorkloadParser.parts(in, Operands.names("a part of a task, or \"runs\"", known));
    if (home.isEmpty()) {
      throw in.expected("\"group=\" and the group of the task");
    }
    int holds = numbers.getOrDefault("holds", 0);
    if (numbers.containsKey("rounds")) {
      return rounds(in, holds);
    }
    if (numbers.containsKey("size")) {
      throw in.expected("\"rounds=\" beside \"size=\"");
    }
    return runs(in, holds);
  }

  /** A fork makes one process. */
  private int largest() {
    return controller == Controller.PIDS ? 1 : Operands.MOST_PAGES;
  }

  private void number(Cursor in, String name, int most) {
    numbers.put(name, Numbers.within(in, name, 1, most));
  }

  private Program rounds(Cursor in, int holds) {
    if (!in.atEnd()) {
      throw in.expected("the end of the line, since the task has rounds");
    }
    Group group = home.getFirst();
    Program rounds = Program.rounds(group, numbers.get("rounds"), numbers.getOrDefault("size", 1));
    return new Program(group, rounds.jobs(), holds);
  }

  private Program runs(Cursor in, int holds) {
    List<Job> jobs = new ArrayList<>();
    if (in.acceptWord("runs")) {
      new JobParser(operands, controller).read(in, jobs);
    } else if (holds == 0) {
      throw in.expected("\"rounds=\" or \"runs\" and jobs");
    }
    in.expectEnd();
    return new Program(home.getFirst(), jobs, holds);
  }
}
