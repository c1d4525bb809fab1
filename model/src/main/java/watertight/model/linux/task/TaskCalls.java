package watertight.model.linux.task;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Fresh;
import watertight.model.linux.Reply;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.process.Born;
import watertight.model.linux.process.Exit;
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
    Born.child(c, child, flags);
    Task parent = Born.parent(c, flags);
    cells.set(new TaskCell(child), new TaskState(Life.RUNNING, parent, fs, dumpable));
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

  /** man 2 exit: descriptors close, children get another parent, the own one may wait. */
  public static Result exit(Caller c, int status) {
    Exit.of(c, (status & 0xff) << 8);
    return new Result.Dies("exited with " + (status & 0xff));
  }
}
