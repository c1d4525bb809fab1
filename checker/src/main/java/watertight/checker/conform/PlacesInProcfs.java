package watertight.checker.conform;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import watertight.model.Cells;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.SocketDentry;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/** Who stands, or holds something open, in a task's directory of procfs. */
final class PlacesInProcfs {
  private PlacesInProcfs() {}

  /** Whether anybody does, in the directory of such a task. */
  static boolean isAny(Cells cells, Predicate<Task> whose) {
    for (Task task : cells.get(new TasksCell()).list()) {
      if (cells.view(new TaskCell(task), new TaskCell.Alive()) && isAny(cells, task, whose)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAny(Cells cells, Task task, Predicate<Task> whose) {
    FsState fs = cells.get(new FsCell(cells.view(new TaskCell(task), new TaskCell.FsOf())));
    if (isOf(fs.root().dentry(), whose) || isOf(fs.cwd().dentry(), whose)) {
      return true;
    }
    for (OpenFileState file : Files.reachable(cells, task)) {
      Path path = file.pathOrNull();
      if (path != null && isOf(path.dentry(), whose)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Dentry dentry, Predicate<Task> whose) {
    Task task = taskOf(dentry);
    return task != null && whose.test(task);
  }

  private static @Nullable Task taskOf(Dentry dentry) {
    return switch (dentry) {
      case ProcDentry.ProcTask of -> of.task();
      case ProcDentry.ProcSched of -> of.task();
      case ProcDentry.ProcLink of -> of.task();
      case ProcDentry.ProcFdDir of -> of.task();
      case ProcDentry.ProcFd of -> of.task();
      case ProcDentry.ProcNsDir of -> of.task();
      case ProcDentry.ProcNs of -> of.task();
      case ProcDentry.ProcRoot root -> null;
      case ProcDentry.ProcSelf self -> null;
      case ProcDentry.ProcVersion version -> null;
      case TreeDentry stored -> null;
      case SocketDentry socket -> null;
      case NsDentry namespace -> null;
    };
  }
}
