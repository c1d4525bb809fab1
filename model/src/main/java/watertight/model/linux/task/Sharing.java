package watertight.model.linux.task;

import java.util.function.Function;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;

/** What tasks share and leave: fs_struct and files_struct; kernel/fork.c, fs/fs_struct.c. */
public final class Sharing {
  private Sharing() {}

  /** A copy of an fs_struct (copy_fs_struct). */
  public static Fs copyFs(Cells cells, Fs old) {
    Fs copy = new Fs(Fresh.id(cells, id -> new FsCell(new Fs(id))));
    cells.set(new FsCell(copy), cells.get(new FsCell(old)));
    return copy;
  }

  /** A copy of a table of descriptors, which refer to the same descriptions (dup_fd). */
  public static FilesStruct copyFiles(Cells cells, FilesStruct old) {
    return files(cells, cells.get(new FdTableCell(old)));
  }

  /** A new table of descriptors. */
  public static FilesStruct files(Cells cells, FdTable table) {
    int id = Fresh.id(cells, n -> new FdTableCell(new FilesStruct(n)));
    FilesStruct made = new FilesStruct(id);
    cells.set(new FdTableCell(made), table);
    return made;
  }

  /** man 2 unshare, CLONE_FS: an fs_struct of the caller's own (unshare_fs). */
  public static void leaveFs(Caller c) {
    if (isShared(c, TaskState::fs)) {
      TaskCell cell = new TaskCell(c.task());
      TaskState task = c.cells().get(cell);
      c.cells().set(cell, task.withFs(copyFs(c.cells(), task.fs())));
    }
  }

  /** man 2 unshare, CLONE_FILES: a table of descriptors of the caller's own (unshare_fd). */
  public static void leaveFiles(Caller c) {
    if (isShared(c, TaskState::files)) {
      TaskCell cell = new TaskCell(c.task());
      TaskState task = c.cells().get(cell);
      c.cells().set(cell, task.withFiles(copyFiles(c.cells(), task.files())));
    }
  }

  /** Whether another task has the same fs_struct. */
  public static boolean sharesFs(Caller c) {
    return isShared(c, TaskState::fs);
  }

  private static boolean isShared(Caller c, Function<TaskState, Object> part) {
    Object own = part.apply(c.cells().get(new TaskCell(c.task())));
    return c.cells().get(new TasksCell()).list().stream()
        .filter(task -> !task.equals(c.task()))
        .map(task -> c.cells().get(new TaskCell(task)))
        .anyMatch(state -> own.equals(part.apply(state)));
  }
}
