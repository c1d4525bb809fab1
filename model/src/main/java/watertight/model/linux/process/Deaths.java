package watertight.model.linux.process;

import watertight.model.Cells;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.signal.Init;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskState.Life;

/** How a task has ended, for those who look at it from outside. */
public final class Deaths {
  private Deaths() {}

  /**
   * What is told of a task that has ended {@code how}: of an init that reboot(2) ended another
   * signal, once the last member of its PID namespace is gone.
   */
  public static String told(Cells cells, Task task, String how) {
    if (!Init.is(cells, task)) {
      return how;
    }
    PidNamespace own = PidNamespaces.active(cells, task);
    int reboot = PidNamespaces.reboot(cells, own);
    boolean waits = Kin.isKnown(cells, task) && Kin.life(cells, task) == Life.EXITING;
    return reboot == 0 ? how : "killed by " + Signal.of(waits ? 9 : reboot).orElseThrow();
  }
}
