package watertight.checker.conform;

import watertight.model.Cells;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Kin;
import watertight.model.linux.signal.Init;
import watertight.model.linux.task.Task;

/**
 * An init that is in a group which another member of its PID namespace leads. When that member is
 * gone its number stays in use, by the init itself, and an init ends only when no number is: it
 * waits for ever, and cannot be killed (seen on Linux 6.18, zap_pid_ns_processes). No kernel is
 * brought to that.
 */
final class Selfish {
  private Selfish() {}

  static boolean isAnInit(Cells cells) {
    return Kin.all(cells).stream()
        .filter(task -> Init.is(cells, task))
        .anyMatch(task -> isLedFromInside(cells, task));
  }

  private static boolean isLedFromInside(Cells cells, Task init) {
    Task leader = Kin.group(cells, init);
    PidNamespace own = PidNamespaces.active(cells, init);
    PidNamespace its = PidNamespaces.active(cells, leader);
    boolean above = !its.equals(own) && PidNamespaces.chain(cells, own).contains(its);
    return !leader.equals(init) && !above;
  }
}
