package watertight.model.linux.task;

import static watertight.model.linux.namespace.NamespaceGates.CLONE_NEWNS_OWN_FS;

import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Reply;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.Unshare;
import watertight.model.linux.task.TaskState.Life;

/** Making and ending tasks; man 2 clone, man 2 exit; kernel/fork.c, kernel/exit.c. */
public final class TaskCalls {
  private TaskCalls() {}

  /** man 2 clone: what is not shared by a flag is copied. */
  public static Result clone(Caller c, long flags) {
    Cells cells = c.cells();
    TasksCell.Tasks tasks = cells.get(new TasksCell());
    Task child = tasks.firstUnused();
    if (tasks.list().size() >= c.rules().bounds().tasks()) {
      return new Result.OutOfScope("tasks");
    }
    long namespaces = flags & ~CloneFlags.EXIT_SIGNAL;
    long both = CloneFlags.CLONE_NEWNS | CloneFlags.CLONE_FS;
    if (c.refuses(CLONE_NEWNS_OWN_FS, (flags & both) == both)) {
      return new Result.Refused(CLONE_NEWNS_OWN_FS);
    }
    Gate gate = Unshare.refusal(c, namespaces);
    if (gate != null) {
      return new Result.Refused(gate);
    }
    Result no = Unshare.notModelled(namespaces);
    if (no != null) {
      return no;
    }
    boolean sharesFs = (flags & CloneFlags.CLONE_FS) != 0;
    boolean sharesFiles = (flags & CloneFlags.CLONE_FILES) != 0;
    Fs fs = sharesFs ? c.fs() : Sharing.copyFs(cells, c.fs());
    FilesStruct files = sharesFiles ? c.files() : Sharing.copyFiles(cells, c.files());
    boolean dumpable = cells.view(new TaskCell(c.task()), new TaskCell.Dumpable());
    cells.set(new TaskCell(child), new TaskState(Life.RUNNING, c.task(), fs, files, dumpable));
    cells.set(new CredCell(child), c.cred());
    NsProxy proxy = Unshare.fresh(c, cells.get(new NsProxyCell(c.task())), fs, namespaces);
    if (proxy == null) {
      return new Result.OutOfScope("mounts");
    }
    cells.set(new NsProxyCell(child), proxy);
    cells.update(new TasksCell(), new TasksCell.Add(child));
    int pid = cells.view(new TasksCell(), new TasksCell.Pid(child));
    return new Result.Returned(new Reply.Child(child, pid));
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
    cells.set(new TaskCell(c.task()), new TaskState(life, state.parent(), null, null, false));
    cells.set(new NsProxyCell(c.task()), null);
    return new Result.Dies("exited with " + (status & 0xff));
  }

  private static void orphan(Cells cells, Task task) {
    TaskState state = cells.get(new TaskCell(task));
    Life life = state.life() == Life.ZOMBIE ? Life.REAPED : state.life();
    cells.set(
        new TaskCell(task), new TaskState(life, null, state.fs(), state.files(), state.dumpable()));
  }
}
