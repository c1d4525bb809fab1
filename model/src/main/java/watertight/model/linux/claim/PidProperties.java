package watertight.model.linux.claim;

import java.util.List;
import java.util.stream.IntStream;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Errno;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.process.ProcessCell;
import watertight.model.linux.process.WaitCall;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/** The predicates of the claims about numbers, parents and the namespaces of processes. */
final class PidProperties {
  private PidProperties() {}

  static PidNamespace active(Cells cells, Task task) {
    return PidNamespaces.active(cells, task);
  }

  /** Whether a task is in a namespace or in one below it. */
  static boolean isIn(Cells cells, Task task, PidNamespace namespace) {
    return PidNamespaces.isBelow(cells, active(cells, task), namespace);
  }

  /** Where the children of a living task go is its own namespace, or one below it. */
  static Property.OfStates<Move> childrenDescend() {
    return cells ->
        Views.tasks(cells).stream()
            .allMatch(
                task ->
                    PidNamespaces.isBelow(
                        cells, PidNamespaces.forChildren(cells, task), active(cells, task)));
  }

  /** Whoever is there keeps its numbers; whoever is born into an empty namespace is number 1. */
  static Property.OfSteps<Move> numbersStay() {
    return (before, move, result, after) -> {
      List<Task> old = Kin.all(before);
      for (Task task : Kin.all(after)) {
        boolean fine =
            old.contains(task) ? keeps(before, after, task) : begins(before, after, task);
        if (!fine) {
          return false;
        }
      }
      return true;
    };
  }

  private static boolean keeps(Cells before, Cells after, Task task) {
    return active(before, task).equals(active(after, task))
        && Numbers.inEach(before, task, task).equals(Numbers.inEach(after, task, task));
  }

  private static boolean begins(Cells before, Cells after, Task born) {
    return !isBornFirst(before, after, born)
        || PidNamespaces.number(after, active(after, born), born) == 1;
  }

  /** Whether a namespace that unshare has made has got its first task. */
  static boolean isBornFirst(Cells before, Cells after, Task born) {
    PidNamespace own = active(after, born);
    return PidNamespaces.exists(before, own) && PidNamespaces.init(before, own) == null;
  }

  /** Everybody sees who is in his namespace and below, by some number, and nobody else. */
  static Property.OfStates<Move> oneWayVisibility(Rules rules) {
    return cells -> {
      for (Task viewer : Views.tasks(cells)) {
        PidNamespace own = active(cells, viewer);
        List<Task> named = named(new Caller(cells, rules, viewer));
        boolean seesPidOne = named.contains(Task.INIT);
        if (seesPidOne != PidNamespaces.isWorld(own)) {
          return false;
        }
        for (Task other : Kin.all(cells)) {
          if (named.contains(other) != isIn(cells, other, own)) {
            return false;
          }
        }
      }
      return true;
    };
  }

  /** Those that a caller's numbers lead to. */
  private static List<Task> named(Caller c) {
    TasksCell.Tasks all = c.cells().get(new TasksCell());
    int last = TasksCell.FIRST_PID + all.list().size() + all.gaps().size();
    return IntStream.rangeClosed(1, last)
        .mapToObj(number -> Numbers.process(c, number))
        .filter(task -> task != null)
        .toList();
  }

  /** Nobody who has a child is told that there is none; an orphan gets the parent that is due. */
  static Property.OfSteps<Move> parenthoodKept() {
    return (before, move, result, after) ->
        !isToldOfNone(before, move, result)
            && Kin.all(after).stream()
                .filter(child -> isOrphaned(before, after, child))
                .allMatch(child -> Kin.parentOf(after, child).equals(adopter(before, child)));
  }

  /** Whether somebody who waits for any child, and has one, gets ECHILD. */
  private static boolean isToldOfNone(Cells before, Move move, Result result) {
    return move instanceof Move.Call(Task parent, Syscall.Wait4(int pid, int options))
        && pid == -1
        && (options & WaitCall.WALL) != 0
        && result instanceof Result.Refused refused
        && refused.code() == Errno.ECHILD
        && !Kin.children(before, parent).isEmpty();
  }

  /** Whether a child has another parent than before, while the old one's init goes on. */
  static boolean isOrphaned(Cells before, Cells after, Task child) {
    if (!Kin.all(before).contains(child) || !Kin.all(after).contains(child)) {
      return false;
    }
    Task father = Kin.parentOf(before, child);
    Task init = PidNamespaces.init(before, active(before, father));
    return !father.equals(Kin.parentOf(after, child)) && !father.equals(init);
  }

  /**
   * The nearest living subreaper above the child's father in the father's namespace, or else that
   * namespace's init; man 2 prctl, man 7 pid_namespaces.
   */
  private static Task adopter(Cells before, Task child) {
    Task father = Kin.parentOf(before, child);
    PidNamespace own = active(before, father);
    Task above = Kin.parentOf(before, father);
    while (!above.equals(Task.INIT) && active(before, above).equals(own)) {
      boolean lives = before.view(new TaskCell(above), new TaskCell.Alive());
      if (lives && before.get(new ProcessCell(above)).subreaper()) {
        return above;
      }
      above = Kin.parentOf(before, above);
    }
    return PidNamespaces.init(before, own);
  }
}
