package watertight.model.linux.process;

import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;

/** Process numbers, as a caller sees them (kernel/pid.c). */
public final class Numbers {
  private static final int INIT = 1;

  private Numbers() {}

  /** The number of a process for a caller, 0 when it has none there. */
  public static int seen(Caller c, Task task) {
    return of(c.cells(), task);
  }

  /** The number of a process in the world's own PID namespace. */
  static int of(Cells cells, Task task) {
    return task.equals(Task.INIT) ? INIT : cells.view(new TasksCell(), new TasksCell.Pid(task));
  }

  /** The process with a number for a caller, or null. */
  public static Task process(Caller c, int number) {
    Task task = named(c, number);
    return task != null && Kin.isKnown(c.cells(), task) ? task : null;
  }

  /** Who a number stands for, though it may have ended: groups and sessions outlive a process. */
  static Task named(Caller c, int number) {
    return number == INIT ? Task.INIT : c.cells().get(new TasksCell()).withPid(number);
  }

  /** The group with a number for a caller, or null when it has no member. */
  public static Task group(Caller c, int number) {
    Task group = named(c, number);
    return group != null && !Kin.members(c.cells(), group).isEmpty() ? group : null;
  }

  /** The caller's own number as {@code other} sees it, 0 when it has none there. */
  public static int seenBy(Caller c, Task other) {
    return of(c.cells(), c.task());
  }

  /** The number of a process in the world's own PID namespace. */
  public static int inWorld(Cells cells, Task task) {
    return of(cells, task);
  }

  /**
   * The numbers of a process, from the world's PID namespace down to that in which {@code viewer}
   * is; 0 where it has none.
   */
  public static List<Integer> inEach(Cells cells, Task viewer, Task task) {
    return List.of(of(cells, task));
  }
}
