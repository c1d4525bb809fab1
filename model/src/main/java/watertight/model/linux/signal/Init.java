package watertight.model.linux.signal;

import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.task.Task;

/** The first process of a PID namespace, which is protected from those in it. */
final class Init {
  private Init() {}

  /** Whether {@code task} is an init (SIGNAL_UNKILLABLE); pid 1 of the world is not asked for. */
  static boolean is(Cells cells, Task task) {
    return false;
  }

  /** Whether the sender has no number in the receiver's PID namespace. */
  static boolean isFromAbove(Caller c, Task target) {
    return false;
  }
}
