package watertight.model.linux.task;

import static watertight.model.linux.namespace.NamespaceGates.CLONE_NEWNS_OWN_FS;
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
    boolean fresh = (flags & CloneFlags.CLONE_NEWPID) != 0;
    PidNamespace goesTo = PidNamespaces.forChildren(cells, c.task());
    if (c.refuses(PID_NAMESPACE_ALIVE, !fresh && PidNamespaces.isDead(cells, goesTo))) {
      PidNamespaces.lose(cells, goesTo);
      return new Result.Refused(PID_NAMESPACE_ALIVE);
    }
    Born.child(c, child, flags);
    Task parent = Born.parent(c, flags);
    cells.set(new TaskCell(child), new TaskState(Life.RUNNING, parent, fs, files, dumpable));
    cells.set(new CredCell(child), c.cred());
    NsProxy proxy = Unshare.fresh(c, cells.get(new NsProxyCell(c.task())), fs, namespaces);
    if (proxy == null) {
      return new Result.OutOfScope("mounts");
    }
    cells.set(new NsProxyCell(child), proxy);
    cells.update(new TasksCell(), new TasksCell.Add(child));
    Born.number(cells, child, proxy.pid());
    int pid = Numbers.seen(c, child);
    return new Result.Returned(new Reply.Child(child, pid));
  }

  /** man 2 exit: descriptors close, children get another parent, the own one may wait. */
  public static Result exit(Caller c, int status) {
    Exit.of(c, (status & 0xff) << 8);
    return new Result.Dies("exited with " + (status & 0xff));
  }
}
