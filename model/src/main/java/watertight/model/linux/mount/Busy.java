package watertight.model.linux.mount;

import watertight.model.Cells;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/** Whether a mount is in use: fs/pnode.c: propagate_mount_busy. */
final class Busy {
  private Busy() {}

  /** Whether something is mounted on it, or a task stands on it or has it open. */
  static boolean isBusy(Cells cells, Mount mount) {
    if (!cells.view(new CoversCell(mount), new CoversCell.IsEmpty())) {
      return true;
    }
    for (Task task : cells.get(new TasksCell()).list()) {
      if (standsOn(cells, task, mount) || hasOpen(cells, task, mount)) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsOn(Cells cells, Task task, Mount mount) {
    Fs fs = cells.view(new TaskCell(task), new TaskCell.FsOf());
    if (fs == null) {
      return false;
    }
    FsState state = cells.get(new FsCell(fs));
    return state.root().mount().equals(mount) || state.cwd().mount().equals(mount);
  }

  private static boolean hasOpen(Cells cells, Task task, Mount mount) {
    return Files.reachable(cells, task).stream()
        .map(file -> file.pathOrNull())
        .anyMatch((Path path) -> path != null && path.mount().equals(mount));
  }
}
