package watertight.model.linux.task;

import static watertight.model.linux.namespace.NamespaceGates.PID_NAMESPACE_ALIVE;

import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Reply;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.namespace.Unshare;
import watertight.model.linux.process.Born;
import watertight.model.linux.process.CloneRules;
import watertight.model.linux.process.Exit;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCalls;
import watertight.model.linux.task.TaskState.Life;

/** Making and ending tasks; man 2 clone, man 2 exit; kernel/fork.c, kernel/exit.c. */
public final class TaskCalls {
  private TaskCalls() {}

  /** man 2 clone: what may not be asked for is refused before anything is copied. */
  public static Result clone(Caller c, long flags) {
    if (c.cells().get(new TasksCell()).list().size() >= c.rules().bounds().tasks()) {
      return new Result.OutOfScope("tasks");
    }
    Gate mixed = CloneRules.refusal(c, flags);
    if (mixed != null) {
      return new Result.Refused(mixed);
    }
    if ((flags & CloneFlags.CLONE_VM) != 0) {
      return new Result.NotEnabled("threads and shared memory are not in this version");
    }
    if (Signal.isRealTime((int) (flags & CloneFlags.EXIT_SIGNAL))) {
      return SignalCalls.REAL_TIME;
    }
    long namespaces = flags & ~CloneFlags.EXIT_SIGNAL;
    Gate gate = Unshare.refusal(c, namespaces);
    if (gate != null) {
      return new Result.Refused(gate);
    }
    Result no = Unshare.notModelled(namespaces);
    return no != null ? no : numbered(c, flags);
  }

  /**
   * A number is the last thing that a child may not get; it is used up all the same (alloc_pid).
   */
  private static Result numbered(Caller c, long flags) {
    boolean fresh = (flags & CloneFlags.CLONE_NEWPID) != 0;
    PidNamespace goesTo = PidNamespaces.forChildren(c.cells(), c.task());
    if (c.refuses(PID_NAMESPACE_ALIVE, !fresh && PidNamespaces.isDead(c.cells(), goesTo))) {
      PidNamespaces.lose(c.cells(), goesTo);
      return new Result.Refused(PID_NAMESPACE_ALIVE);
    }
    return made(c, flags);
  }

  /** The child: what is not shared by a flag is copied (copy_process). */
  private static Result made(Caller c, long flags) {
    Cells cells = c.cells();
    Task child = cells.get(new TasksCell()).firstUnused();
    boolean sharesFs = (flags & CloneFlags.CLONE_FS) != 0;
    boolean sharesFiles = (flags & CloneFlags.CLONE_FILES) != 0;
    Fs fs = sharesFs ? c.fs() : Sharing.copyFs(cells, c.fs());
    FilesStruct files = sharesFiles ? c.files() : Sharing.copyFiles(cells, c.files());
    NsProxy old = cells.get(new NsProxyCell(c.task()));
    NsProxy proxy = Unshare.fresh(c, old, fs, flags & ~CloneFlags.EXIT_SIGNAL);
    if (proxy == null) {
      return new Result.OutOfScope("mounts");
    }
    Born.child(c, child, flags);
    boolean dumpable = cells.view(new TaskCell(c.task()), new TaskCell.Dumpable());
    Task parent = Born.parent(c, flags);
    cells.set(new TaskCell(child), new TaskState(Life.RUNNING, parent, fs, files, dumpable));
    cells.set(new CredCell(child), c.cred());
    cells.set(new NsProxyCell(child), proxy);
    cells.update(new TasksCell(), new TasksCell.Add(child));
    PidNamespaces.enter(cells, child, proxy.pid());
    return new Result.Returned(new Reply.Child(child, Numbers.seen(c, child)));
  }

  /** man 2 exit: descriptors close, children get another parent, the own one may wait. */
  public static Result exit(Caller c, int status) {
    Exit.of(c, (status & 0xff) << 8);
    return new Result.Dies("exited with " + (status & 0xff));
  }
}
