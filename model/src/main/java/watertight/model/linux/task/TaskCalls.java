package watertight.model.linux.task;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Fresh;
import watertight.model.linux.Reply;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.task.TaskState.Life;

/** Making and ending tasks; man 2 clone, man 2 exit; kernel/fork.c, kernel/exit.c. */
public final class TaskCalls {
  private TaskCalls() {}

  /** man 2 clone: with CLONE_FS the child shares the fs_struct, else it gets a copy. */
  public static Result clone(Caller c, long flags) {
    Cells cells = c.cells();
    TasksCell.Tasks tasks = cells.get(new TasksCell());
    Task child = tasks.firstUnused();
    if (tasks.list().size() >= c.rules().bounds().tasks()) {
      return new Result.OutOfScope("tasks");
    }
    boolean sharesFs = (flags & CloneFlags.CLONE_FS) != 0;
    Fs fs = sharesFs ? c.fs() : copyFs(c);
    boolean dumpable = cells.view(new TaskCell(c.task()), new TaskCell.Dumpable());
    cells.set(new TaskCell(child), new TaskState(Life.RUNNING, c.task(), fs, dumpable));
    cells.set(new CredCell(child), c.cred());
    cells.set(new FdTableCell(child), cells.get(new FdTableCell(c.task())));
    cells.update(new TasksCell(), new TasksCell.Add(child));
    int pid = cells.view(new TasksCell(), new TasksCell.Pid(child));
    return new Result.Returned(new Reply.Child(child, pid));
  }

  private static Fs copyFs(Caller c) {
    Fs copy = new Fs(Fresh.id(c.cells(), id -> new FsCell(new Fs(id))));
    c.cells().set(new FsCell(copy), c.cells().get(new FsCell(c.fs())));
    return copy;
  }

  /** man 2 exit: descriptors close, children go to the idle init, a parent may wait. */
  public static Result exit(Caller c, int status) {
    Cells cells = c.cells();
    for (Task task : cells.get(new TasksCell()).list()) {
      if (c.task().equals(cells.view(new TaskCell(task), new TaskCell.Parent()))) {
        orphan(cells, task);
      }
    }
    TaskState state = cells.get(new TaskCell(c.task()));
    Life life = state.parent() == null ? Life.REAPED : Life.ZOMBIE;
    cells.set(new TaskCell(c.task()), new TaskState(life, state.parent(), null, false));
    cells.set(new FdTableCell(c.task()), FdTable.NONE);
    return new Result.Dies("exited with " + (status & 0xff));
  }

  private static void orphan(Cells cells, Task task) {
    TaskState state = cells.get(new TaskCell(task));
    Life life = state.life() == Life.ZOMBIE ? Life.REAPED : state.life();
    cells.set(new TaskCell(task), new TaskState(life, null, state.fs(), state.dumpable()));
  }
}
