package watertight.model.linux.process;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import watertight.model.Cells;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState.Life;
import watertight.model.linux.task.TasksCell;

/** Who is whose parent, and who is in which group and session. */
public final class Kin {
  private Kin() {}

  /** The processes that have a number, zombies included, the oldest first; pid 1 left out. */
  public static List<Task> all(Cells cells) {
    return cells.get(new TasksCell()).list().stream().filter(task -> isKnown(cells, task)).toList();
  }

  /** Whether a process has a number: it lives, or nobody has waited for it. Pid 1 always has. */
  public static boolean isKnown(Cells cells, Task task) {
    return task.equals(Task.INIT) || cells.view(new TaskCell(task), new TaskCell.Known());
  }

  /** Whether a process lives; one that is about to be killed does. */
  static boolean isAlive(Cells cells, Task task) {
    return task.equals(Task.INIT) || cells.view(new TaskCell(task), new TaskCell.Alive());
  }

  static Life life(Cells cells, Task task) {
    return task.equals(Task.INIT) ? Life.RUNNING : cells.get(new TaskCell(task)).life();
  }

  /** The parent (real_parent); pid 1's is outside the world: null. */
  public static Task parentOf(Cells cells, Task task) {
    if (task.equals(Task.INIT)) {
      return null;
    }
    Task parent = cells.view(new TaskCell(task), new TaskCell.Parent());
    return parent == null ? Task.INIT : parent;
  }

  /** The process that a task's group is named by. */
  public static Task group(Cells cells, Task task) {
    Task group = task.equals(Task.INIT) ? null : cells.get(new ProcessCell(task)).group();
    return group == null ? task : group;
  }

  /** The process that a task's session is named by. */
  public static Task session(Cells cells, Task task) {
    Task session = task.equals(Task.INIT) ? null : cells.get(new ProcessCell(task)).session();
    return session == null ? task : session;
  }

  static boolean sameSession(Cells cells, Task one, Task other) {
    return session(cells, one).equals(session(cells, other));
  }

  /** The members of a group, zombies included. */
  public static List<Task> members(Cells cells, Task group) {
    if (group.equals(Task.INIT)) {
      return List.of(Task.INIT);
    }
    return all(cells).stream().filter(task -> group(cells, task).equals(group)).toList();
  }

  /** The children of a process in the order in which wait4 looks at them. */
  public static List<Task> children(Cells cells, Task parent) {
    return where(cells, task -> parent.equals(parentOf(cells, task)));
  }

  private static List<Task> where(Cells cells, Predicate<Task> is) {
    return all(cells).stream()
        .filter(is)
        .sorted(Comparator.comparingInt(task -> cells.get(new ProcessCell(task)).rank()))
        .toList();
  }

  /** The highest rank among the children of a process, 0 when it has none. */
  static int lastRank(Cells cells, Task parent) {
    return children(cells, parent).stream()
        .mapToInt(task -> cells.get(new ProcessCell(task)).rank())
        .max()
        .orElse(0);
  }

  /**
   * Whether no member of a group has a parent in another group of its session: nobody is left who
   * could wake it (will_become_orphaned_pgrp).
   *
   * @param leaving a member that does not count any more, or null
   */
  public static boolean isOrphaned(Cells cells, Task group, Task leaving) {
    return members(cells, group).stream()
        .filter(task -> !Objects.equals(task, leaving))
        .filter(task -> life(cells, task) != Life.ZOMBIE)
        .noneMatch(task -> supervises(cells, parentOf(cells, task), task));
  }

  /** Whether a parent, or null, is in another group of the same session: it may wake the task's. */
  static boolean supervises(Cells cells, Task parent, Task task) {
    return parent != null
        && !group(cells, parent).equals(group(cells, task))
        && sameSession(cells, parent, task);
  }
}
