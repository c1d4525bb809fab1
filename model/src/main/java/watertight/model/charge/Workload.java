package watertight.model.charge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Who charges what, and to which groups: all that stays the same during a run.
 *
 * @param controller which controller charges
 * @param groups the hierarchy
 * @param programs what each task does, in the order of their numbers
 * @param pidMax how many process numbers there are, kernel.pid_max; where it is absent, forks take
 *     none
 */
public record Workload(
    Controller controller, Groups groups, List<Program> programs, OptionalInt pidMax) {
  public Workload {
    programs = List.copyOf(programs);
  }

  /** A workload in which process numbers do not matter. */
  public Workload(Controller controller, Groups groups, List<Program> programs) {
    this(controller, groups, programs, OptionalInt.empty());
  }

  /**
   * Tasks that charge one page and give it back, so many rounds. One level: one group, with room
   * for all but one task. More: two leaves with half of the tasks each and room for all but one of
   * the first half, below a chain of groups with room for all but two tasks.
   */
  public static Workload rounds(int tasks, int rounds, int levels) {
    List<Program> programs = new ArrayList<>();
    int half = (tasks + 1) / 2;
    for (int task = 0; task < tasks; task++) {
      int leaf = levels == 1 ? 0 : levels - 1 + (task < half ? 0 : 1);
      programs.add(Program.rounds(new Group(leaf), rounds, 1));
    }
    return new Workload(Controller.MEMORY, tree(tasks, half, levels), programs);
  }

  private static Groups tree(int tasks, int half, int levels) {
    List<Groups.Place> places = new ArrayList<>();
    if (levels == 1) {
      places.add(new Groups.Place(null, tasks - 1));
      return new Groups(places);
    }
    for (int level = 0; level < levels - 1; level++) {
      places.add(
          new Groups.Place(level == 0 ? null : new Group(level - 1), Math.max(1, tasks - 2)));
    }
    for (int leaf = 0; leaf < 2; leaf++) {
      places.add(new Groups.Place(new Group(levels - 2), Math.max(1, half - 1)));
    }
    return new Groups(places);
  }

  /** Every task. */
  public List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (int id = 0; id < programs.size(); id++) {
      tasks.add(new Task(id));
    }
    return tasks;
  }

  /** What a task does. */
  public Program program(Task task) {
    return programs.get(task.id());
  }
}
