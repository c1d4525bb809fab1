package watertight.model.linux.signal;

import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.task.Task;

/** The first process of a PID namespace, which is protected from those in it. */
public final class Init {
  private Init() {}

  /** Whether {@code task} is an init (SIGNAL_UNKILLABLE); pid 1 of the world is not asked for. */
  public static boolean is(Cells cells, Task task) {
    PidNamespace own = PidNamespaces.active(cells, task);
    return !PidNamespaces.isWorld(own) && PidNamespaces.number(cells, own, task) == 1;
  }

  /** Whether the sender has no number in the receiver's PID namespace. */
  static boolean isFromAbove(Caller c, Task target) {
    return Numbers.seenBy(c, target) == 0;
  }
}
