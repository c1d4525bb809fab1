package watertight.model.linux;

import watertight.model.Cells;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;

/** The walks that are under way; rename_lock and mount_lock in fs/namei.c. */
public final class PendingCalls {
  private PendingCalls() {}

  /** Tells every walk under way that somebody has renamed or mounted. */
  public static void disturb(Cells cells) {
    for (Task task : cells.get(new TasksCell()).list()) {
      cells.update(new PendingCell(task), new PendingCell.Disturb());
    }
  }
}
