package watertight.model.linux.signal;

import watertight.model.Cells;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TaskState.Life;

/** Whether a task goes on with its calls, or a signal comes first (recalc_sigpending). */
final class Pace {
  private Pace() {}

  static void set(Cells cells, Task task) {
    TaskState state = cells.get(new TaskCell(task));
    SignalState signals = cells.get(new SignalCell(task));
    boolean stays = state.life() == Life.STOPPED && signals.fatal() == null && !signals.continued();
    if (stays || state.life() == Life.ZOMBIE || state.life() == Life.EXITING) {
      return;
    }
    Life life = signals.interrupts() ? Life.INTERRUPTED : Life.RUNNING;
    if (life != state.life()) {
      cells.set(new TaskCell(task), state.withLife(life));
    }
  }
}
