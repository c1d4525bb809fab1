package watertight.model.linux.namespace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.Fresh;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;

/** PID namespaces and the numbers in them; kernel/pid_namespace.c, kernel/pid.c. */
public final class PidNamespaces {
  private PidNamespaces() {}

  /** The namespace that a task is in. */
  public static PidNamespace active(Cells cells, Task task) {
    return task.equals(Task.INIT) ? PidNamespace.WORLD : cells.get(new PidCell(task));
  }

  /** Where a task's next child will be. */
  public static PidNamespace forChildren(Cells cells, Task task) {
    return cells.get(new NsProxyCell(task)).pid();
  }

  static PidNamespaceState state(Cells cells, PidNamespace namespace) {
    return cells.get(new PidNamespaceCell(namespace));
  }

  private static void put(Cells cells, PidNamespace namespace, PidNamespaceState state) {
    cells.set(new PidNamespaceCell(namespace), state);
  }

  /** From the world's own down to this one. */
  public static List<PidNamespace> chain(Cells cells, PidNamespace namespace) {
    List<PidNamespace> chain = new ArrayList<>();
    for (PidNamespace at = namespace; !isWorld(at); at = state(cells, at).parent()) {
      chain.add(at);
    }
    chain.add(PidNamespace.WORLD);
    Collections.reverse(chain);
    return chain;
  }

  public static boolean isWorld(PidNamespace namespace) {
    return namespace.equals(PidNamespace.WORLD);
  }

  /** How deep it is: the world's own is one below the initial one (level). */
  public static int level(Cells cells, PidNamespace namespace) {
    return chain(cells, namespace).size();
  }

  /** Whether {@code below} is {@code above} or one of its descendants (pidns_is_ancestor). */
  public static boolean isBelow(Cells cells, PidNamespace below, PidNamespace above) {
    return chain(cells, below).contains(above);
  }

  /** A new one below the one that {@code parent}'s children go to (create_pid_namespace). */
  static PidNamespace create(Cells cells, PidNamespace parent) {
    int id = Fresh.idFrom(cells, 1, n -> new PidNamespaceCell(new PidNamespace(n)));
    put(cells, new PidNamespace(id), PidNamespaceState.below(parent));
    return new PidNamespace(id);
  }

  /**
   * Gives a new task its numbers, in its namespace and in those above, the world's own left out.
   */
  public static void enter(Cells cells, Task task, PidNamespace namespace) {
    cells.set(new PidCell(task), namespace);
    for (PidNamespace one : chain(cells, namespace)) {
      if (!isWorld(one)) {
        put(cells, one, state(cells, one).with(task));
      }
    }
  }

  /** A fork in vain: its numbers are used up, in every namespace above (alloc_pid). */
  public static void lose(Cells cells, PidNamespace namespace) {
    for (PidNamespace one : chain(cells, namespace)) {
      if (isWorld(one)) {
        cells.update(new TasksCell(), new TasksCell.Lose());
      } else {
        put(cells, one, state(cells, one).withGap());
      }
    }
  }

  /** Whether nobody is made in it any more. */
  public static boolean isDead(Cells cells, PidNamespace namespace) {
    return !isWorld(namespace) && state(cells, namespace).dead();
  }

  /** Nobody is made in it any more (disable_pid_allocation). */
  public static void end(Cells cells, PidNamespace namespace) {
    put(cells, namespace, state(cells, namespace).ended());
  }

  /** reboot(2) ends it: what its init dies of, for those outside. */
  public static void reboot(Cells cells, PidNamespace namespace, int signal) {
    put(cells, namespace, state(cells, namespace).rebooted(signal));
  }

  /** What reboot(2) has put in the place of the init's status, or 0. */
  public static int reboot(Cells cells, PidNamespace namespace) {
    return state(cells, namespace).reboot();
  }

  /** Its init (child_reaper), or null when there is none yet. */
  public static Task init(Cells cells, PidNamespace namespace) {
    if (isWorld(namespace)) {
      return Task.INIT;
    }
    List<Task> tasks = state(cells, namespace).tasks();
    return tasks.isEmpty() ? null : tasks.getFirst();
  }

  /** The tasks that ever had a number in it. */
  public static List<Task> members(Cells cells, PidNamespace namespace) {
    return isWorld(namespace) ? cells.get(new TasksCell()).list() : state(cells, namespace).tasks();
  }

  /** The number of a task there, 0 when it has none. */
  public static int number(Cells cells, PidNamespace namespace, Task task) {
    if (!isWorld(namespace)) {
      return state(cells, namespace).number(task);
    }
    return task.equals(Task.INIT) ? 1 : cells.view(new TasksCell(), new TasksCell.Pid(task));
  }

  /** Who has, or had, a number there; or null. */
  public static Task named(Cells cells, PidNamespace namespace, int number) {
    if (!isWorld(namespace)) {
      return state(cells, namespace).withNumber(number);
    }
    return number == 1 ? Task.INIT : cells.get(new TasksCell()).withPid(number);
  }
}
