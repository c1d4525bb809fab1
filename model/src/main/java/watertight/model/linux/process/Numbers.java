package watertight.model.linux.process;

import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.task.Task;

/**
 * Process numbers, as a caller sees them: a number means something in the caller's own PID
 * namespace, and a process has one in each from its own up to the root (kernel/pid.c).
 */
public final class Numbers {
  private Numbers() {}

  private static PidNamespace own(Caller c) {
    return PidNamespaces.active(c.cells(), c.task());
  }

  /** The number of a process for a caller, 0 when it has none there. */
  public static int seen(Caller c, Task task) {
    return PidNamespaces.number(c.cells(), lookedUpIn(c), task);
  }

  /** Where a caller's numbers are looked up (task_active_pid_ns). */
  private static PidNamespace lookedUpIn(Caller c) {
    return c.has(ProcessChoices.PID_LOOKUP_IN_OWN_NAMESPACE) ? own(c) : PidNamespace.WORLD;
  }

  /** The caller's own number as {@code other} sees it, 0 when it has none there. */
  public static int seenBy(Caller c, Task other) {
    PidNamespace there = PidNamespaces.active(c.cells(), other);
    return PidNamespaces.number(c.cells(), there, c.task());
  }

  /** The process with a number for a caller, or null. */
  public static Task process(Caller c, int number) {
    Task task = PidNamespaces.named(c.cells(), lookedUpIn(c), number);
    return task != null && Kin.isKnown(c.cells(), task) ? task : null;
  }

  /** The group with a number for a caller, or null when it has no member. */
  public static Task group(Caller c, int number) {
    Task group = PidNamespaces.named(c.cells(), lookedUpIn(c), number);
    return group != null && !Kin.members(c.cells(), group).isEmpty() ? group : null;
  }

  /** The number of a process in the world's own PID namespace. */
  public static int inWorld(Cells cells, Task task) {
    return PidNamespaces.number(cells, PidNamespace.WORLD, task);
  }

  /**
   * The numbers of a process, from the world's PID namespace down to that in which {@code viewer}
   * is; 0 where it has none.
   */
  public static List<Integer> inEach(Cells cells, Task viewer, Task task) {
    return PidNamespaces.chain(cells, PidNamespaces.active(cells, viewer)).stream()
        .map(namespace -> PidNamespaces.number(cells, namespace, task))
        .toList();
  }
}
