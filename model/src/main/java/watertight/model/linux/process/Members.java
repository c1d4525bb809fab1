package watertight.model.linux.process;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.signal.Sending;
import watertight.model.linux.signal.SignalCell;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskState.Life;

/** What the end of an init does to its PID namespace; zap_pid_ns_processes. */
final class Members {
  private Members() {}

  /**
   * Kills everybody in the namespace of the caller, its init, and in those below.
   *
   * @return whether nobody is left; else the init waits
   */
  static boolean end(Caller c) {
    Cells cells = c.cells();
    Task init = c.task();
    PidNamespace own = PidNamespaces.active(cells, init);
    PidNamespaces.end(cells, own);
    int reboot = PidNamespaces.reboot(cells, own);
    if (reboot != 0) {
      cells.set(new ProcessCell(init), cells.get(new ProcessCell(init)).withStatus(reboot));
    }
    SignalCell signals = new SignalCell(init);
    cells.set(signals, cells.get(signals).ignoringChildren());
    for (Task member : others(cells, own, init)) {
      Sending.kill(c, member);
    }
    for (Task child : Kin.children(cells, init)) {
      if (Kin.life(cells, child) == Life.ZOMBIE) {
        Exit.reap(c, child);
      }
    }
    return !isUsed(cells, own, init) && Kin.life(cells, init) == Life.EXITING;
  }

  private static List<Task> others(Cells cells, PidNamespace namespace, Task init) {
    List<Task> others = new ArrayList<>(PidNamespaces.members(cells, namespace));
    others.removeIf(task -> task.equals(init) || !Kin.isKnown(cells, task));
    return others;
  }

  /**
   * Whether a number there, the init's own left out, is in use: a process has it, or a group or
   * session is still named by it. An init in a group that a member has led waits for ever: LIMITS.
   */
  private static boolean isUsed(Cells cells, PidNamespace namespace, Task init) {
    List<Task> names = new ArrayList<>(PidNamespaces.members(cells, namespace));
    names.remove(init);
    return names.stream().anyMatch(task -> Kin.isKnown(cells, task))
        || Kin.all(cells).stream()
            .anyMatch(
                task ->
                    names.contains(Kin.group(cells, task))
                        || names.contains(Kin.session(cells, task)));
  }

  /**
   * A number is no longer used, perhaps: an init that waits for the last one ends, from the inside
   * out.
   *
   * @param gone who is gone, or has left a group or session
   */
  static void left(Caller c, Task gone, Task group, Task session) {
    List<PidNamespace> all = new ArrayList<>();
    for (Task one : List.of(gone, group, session)) {
      PidNamespace own = PidNamespaces.active(c.cells(), one);
      all.addAll(PidNamespaces.chain(c.cells(), own).reversed());
    }
    all.stream().distinct().forEach(namespace -> left(c, namespace, gone));
  }

  private static void left(Caller c, PidNamespace one, Task gone) {
    Cells cells = c.cells();
    Task init = PidNamespaces.init(cells, one);
    boolean waits =
        PidNamespaces.isDead(cells, one)
            && !init.equals(gone)
            && Kin.life(cells, init) == Life.EXITING;
    if (waits && !isUsed(cells, one, init)) {
      Exit.finish(new Caller(cells, c.rules(), init));
    }
  }
}
