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
    return others(cells, own, init).isEmpty() && Kin.life(cells, init) == Life.EXITING;
  }

  private static List<Task> others(Cells cells, PidNamespace namespace, Task init) {
    List<Task> others = new ArrayList<>(PidNamespaces.members(cells, namespace));
    others.removeIf(task -> task.equals(init) || !Kin.isKnown(cells, task));
    return others;
  }

  /** A member is gone: an init that waits for the last one ends, from the inside out. */
  static void left(Caller c, Task gone) {
    Cells cells = c.cells();
    PidNamespace own = PidNamespaces.active(cells, gone);
    for (PidNamespace one : PidNamespaces.chain(cells, own).reversed()) {
      Task init = PidNamespaces.init(cells, one);
      boolean waits =
          PidNamespaces.isDead(cells, one)
              && !init.equals(gone)
              && Kin.life(cells, init) == Life.EXITING;
      if (waits && others(cells, one, init).isEmpty()) {
        Exit.finish(new Caller(cells, c.rules(), init));
      }
    }
  }
}
