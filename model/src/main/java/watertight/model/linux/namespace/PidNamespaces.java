package watertight.model.linux.namespace;

import static watertight.model.linux.namespace.NamespaceChoices.PID_FOR_CHILDREN_ONLY;
import static watertight.model.linux.namespace.NamespaceChoices.PID_IN_EVERY_ANCESTOR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.Caller;
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

  /** A new one below the one that the caller's children go to (create_pid_namespace). */
  static PidNamespace create(Caller c, PidNamespace parent) {
    Cells cells = c.cells();
    int id = Fresh.idFrom(cells, 1, n -> new PidNamespaceCell(new PidNamespace(n)));
    boolean apart = !c.has(PID_IN_EVERY_ANCESTOR);
    put(cells, new PidNamespace(id), PidNamespaceState.below(parent, apart));
    return new PidNamespace(id);
  }

  /** One that a world has from the start, below the world's own. */
  public static PidNamespace createInWorld(Cells cells) {
    int id = Fresh.idFrom(cells, 1, n -> new PidNamespaceCell(new PidNamespace(n)));
    put(cells, new PidNamespace(id), PidNamespaceState.below(PidNamespace.WORLD, false));
    return new PidNamespace(id);
  }

  /**
   * Gives a new task its numbers, in its namespace and in those above, the world's own left out.
   */
  public static void enter(Cells cells, Task task, PidNamespace namespace) {
    cells.set(new PidCell(task), namespace);
    for (PidNamespace one : numberedIn(cells, namespace)) {
      if (!isWorld(one)) {
        put(cells, one, state(cells, one).with(task));
      }
    }
  }

  /** Where those in a namespace have numbers: there and in each above. */
  private static List<PidNamespace> numberedIn(Cells cells, PidNamespace namespace) {
    boolean apart = !isWorld(namespace) && state(cells, namespace).apart();
    return apart ? List.of(namespace) : chain(cells, namespace);
  }

  /** Takes a task that is elsewhere into a namespace, where it gets a number. */
  private static void move(Cells cells, Task task, PidNamespace namespace) {
    cells.set(new PidCell(task), namespace);
    put(cells, namespace, state(cells, namespace).with(task));
  }

  /** What unshare does once the namespace of the caller's later children is another one. */
  static void unshared(Caller c, PidNamespace namespace) {
    if (!c.has(PID_FOR_CHILDREN_ONLY)) {
      move(c.cells(), c.task(), namespace);
    }
  }

  /** A fork in vain: its numbers are used up, in every namespace above (alloc_pid). */
  public static void lose(Cells cells, PidNamespace namespace) {
    for (PidNamespace one : numberedIn(cells, namespace)) {
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

  /** Whether it was made. */
  public static boolean exists(Cells cells, PidNamespace namespace) {
    return isWorld(namespace) || cells.has(new PidNamespaceCell(namespace));
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
    return task.equals(Task.INIT) ? 1 : inWorld(cells, task);
  }

  /** Who has, or had, a number there; or null. */
  public static Task named(Cells cells, PidNamespace namespace, int number) {
    if (!isWorld(namespace)) {
      return state(cells, namespace).withNumber(number);
    }
    Task task = number == 1 ? Task.INIT : cells.get(new TasksCell()).withPid(number);
    return task == null || number(cells, namespace, task) == number ? task : null;
  }

  private static int inWorld(Cells cells, Task task) {
    boolean numbered = numberedIn(cells, active(cells, task)).contains(PidNamespace.WORLD);
    return numbered ? cells.view(new TasksCell(), new TasksCell.Pid(task)) : 0;
  }
}
