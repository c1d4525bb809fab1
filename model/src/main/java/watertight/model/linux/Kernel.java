package watertight.model.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.credential.CredCalls;
import watertight.model.linux.mount.MountCall;
import watertight.model.linux.mount.MountNamespaces;
import watertight.model.linux.mount.Unmount;
import watertight.model.linux.namespace.Setns;
import watertight.model.linux.namespace.Unshare;
import watertight.model.linux.namespace.UtsCalls;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.RenameCall;
import watertight.model.linux.path.Step;
import watertight.model.linux.path.WalkingCall;
import watertight.model.linux.path.Walks;
import watertight.model.linux.process.Deaths;
import watertight.model.linux.process.GroupCalls;
import watertight.model.linux.process.PrctlCall;
import watertight.model.linux.process.RebootCall;
import watertight.model.linux.process.WaitCall;
import watertight.model.linux.signal.Delivery;
import watertight.model.linux.signal.Happened;
import watertight.model.linux.signal.KillCalls;
import watertight.model.linux.signal.PidfdCalls;
import watertight.model.linux.signal.SignalCalls;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FsCalls;
import watertight.model.linux.task.Sockets;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCalls;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/**
 * The system call interface: sends each call to its rule.
 *
 * @param rules the rule set in force
 */
public record Kernel(Rules rules) {
  /** Runs a call of {@code task} to its end. */
  public Result call(Cells cells, Task task, Syscall call) {
    Result no = notEnabled(cells, task);
    if (no != null) {
      return no;
    }
    Caller c = new Caller(cells, rules, task);
    WalkingCall walking = WalkingCalls.of(call);
    Result result = walking != null ? Walks.run(c, walking) : plain(c, call);
    MountNamespaces.collect(cells);
    return result;
  }

  /** Delivers what is pending for a task and not blocked, before its next call. */
  public Result deliver(Cells cells, Task task) {
    return cells.view(new TaskCell(task), new TaskCell.Interrupted())
        ? Delivery.deliver(new Caller(cells, rules, task))
        : new Result.NotEnabled("no signal is to be delivered to task " + task);
  }

  /** Delivers until no task has a signal to take, in the order of their letters. */
  public List<Happened> settle(Cells cells) {
    return settle(cells, tasks -> 0);
  }

  /**
   * Delivers until no task has a signal to take: the state in which a world comes to rest.
   *
   * @param order which of the tasks that have one goes next, by its place among them
   */
  public List<Happened> settle(Cells cells, ToIntFunction<List<Task>> order) {
    List<Happened> all = new ArrayList<>();
    for (List<Task> next = interrupted(cells); !next.isEmpty(); next = interrupted(cells)) {
      Task task = next.get(order.applyAsInt(next));
      switch (deliver(cells, task)) {
        case Result.Returned(Reply.Delivered(List<Reply.Handled> ran)) ->
            ran.forEach(handled -> all.add(new Happened.Ran(task, handled)));
        case Result.Dies(String how) -> all.add(new Happened.Ended(task, how));
        case Result other -> throw new IllegalStateException("a delivery gave " + other);
      }
    }
    return all.stream().map(one -> told(cells, one)).toList();
  }

  private static Happened told(Cells cells, Happened one) {
    return one instanceof Happened.Ended(Task task, String how)
        ? new Happened.Ended(task, Deaths.told(cells, task, how))
        : one;
  }

  private static List<Task> interrupted(Cells cells) {
    return cells.get(new TasksCell()).list().stream()
        .filter(task -> cells.view(new TaskCell(task), new TaskCell.Interrupted()))
        .toList();
  }

  private static Result notEnabled(Cells cells, Task task) {
    if (!cells.view(new TaskCell(task), new TaskCell.Runs())) {
      return new Result.NotEnabled("task " + task + " does not run");
    }
    return cells.has(new PendingCell(task))
        ? new Result.NotEnabled("task " + task + " is in a call")
        : null;
  }

  private static Result plain(Caller c, Syscall call) {
    return switch (call) {
      case Syscall.Close close -> Files.close(c, close.fd());
      case Syscall.Read read -> Files.read(c, read.fd(), read.count());
      case Syscall.Rename rename -> RenameCall.rename(c, rename.from(), rename.to());
      case Syscall.Fchdir fchdir -> FsCalls.fchdir(c, fchdir.fd());
      case Syscall.Getcwd getcwd -> FsCalls.getcwd(c, getcwd.size());
      case Syscall.Mount mount -> MountCall.mount(c, mount);
      case Syscall.Umount2 umount -> Unmount.umount2(c, umount.target(), umount.flags());
      case Syscall.Clone clone -> TaskCalls.clone(c, clone.flags());
      case Syscall.Unshare unshare -> Unshare.unshare(c, unshare.flags());
      case Syscall.Setns setns -> Setns.setns(c, setns.fd(), setns.type());
      case Syscall.Sethostname set -> UtsCalls.sethostname(c, set.nodename(), set.length());
      case Syscall.Setdomainname set -> UtsCalls.setdomainname(c, set.domainname(), set.length());
      case Syscall.Uname uname -> UtsCalls.uname(c, uname.address());
      case Syscall.Exit exit -> TaskCalls.exit(c, exit.status());
      case Syscall.ExitGroup exit -> TaskCalls.exit(c, exit.status());
      case Syscall.Wait4 wait -> WaitCall.wait4(c, wait.pid(), wait.options());
      case Syscall.Getpid get -> GroupCalls.getpid(c);
      case Syscall.Gettid get -> GroupCalls.getpid(c);
      case Syscall.Getppid get -> GroupCalls.getppid(c);
      case Syscall.Getpgid get -> GroupCalls.getpgid(c, get.pid());
      case Syscall.Getsid get -> GroupCalls.getsid(c, get.pid());
      case Syscall.Setpgid set -> GroupCalls.setpgid(c, set.pid(), set.pgid());
      case Syscall.Setsid set -> GroupCalls.setsid(c);
      case Syscall.Kill kill -> KillCalls.kill(c, kill.pid(), kill.signal());
      case Syscall.Tgkill kill -> KillCalls.tgkill(c, kill.tgid(), kill.tid(), kill.signal());
      case Syscall.PidfdOpen open -> PidfdCalls.open(c, open.pid(), open.flags());
      case Syscall.PidfdSendSignal send -> PidfdCalls.send(c, send);
      case Syscall.RtSigaction action -> SignalCalls.rtSigaction(c, action);
      case Syscall.RtSigprocmask mask -> SignalCalls.rtSigprocmask(c, mask.how(), mask.set());
      case Syscall.Reboot reboot -> RebootCall.reboot(c, reboot.command());
      case Syscall.Prctl prctl -> PrctlCall.prctl(c, prctl);
      case Syscall.Setresuid setresuid -> CredCalls.setresuid(c, setresuid);
      case Syscall.Capset capset -> CredCalls.capset(c, capset);
      case Syscall.Socketpair pair -> Sockets.socketpair(c);
      case Syscall.Sendmsg send -> Sockets.send(c, send);
      case Syscall.Recvmsg receive -> Sockets.receive(c, receive);
      case Syscall.Open w -> throw walks(w);
      case Syscall.Openat w -> throw walks(w);
      case Syscall.Openat2 w -> throw walks(w);
      case Syscall.Mkdir w -> throw walks(w);
      case Syscall.Symlink w -> throw walks(w);
      case Syscall.Readlink w -> throw walks(w);
      case Syscall.Readlinkat w -> throw walks(w);
      case Syscall.Stat w -> throw walks(w);
      case Syscall.Lstat w -> throw walks(w);
      case Syscall.Chdir w -> throw walks(w);
      case Syscall.Chroot w -> throw walks(w);
    };
  }

  private static IllegalStateException walks(Syscall call) {
    return new IllegalStateException(call + " is a walk");
  }

  /** Begins a walking call, and leaves it waiting before its first component. */
  public Result begin(Cells cells, Task task, Syscall call) {
    Result no = notEnabled(cells, task);
    if (no != null) {
      return no;
    }
    WalkingCall walking = WalkingCalls.of(call);
    if (walking == null) {
      return new Result.NotEnabled(call.name() + " is not one walk");
    }
    return wait(cells, task, call, walking.begin(new Caller(cells, rules, task)));
  }

  /** Lets a task's waiting call walk its next component, or end. */
  public Result advance(Cells cells, Task task) {
    Pending pending = cells.get(new PendingCell(task));
    if (pending == null) {
      return new Result.NotEnabled("task " + task + " is in no call");
    }
    Caller c = new Caller(cells, rules, task);
    WalkingCall walking = WalkingCalls.of(pending.call());
    Step step = Walks.advance(c, walking, new Step.Walking(pending.walk()));
    if (step instanceof Step.AtLast at) {
      step = Walks.advance(c, walking, at);
    }
    return wait(cells, task, pending.call(), step);
  }

  private static Result wait(Cells cells, Task task, Syscall call, Step step) {
    if (step instanceof Step.Walking(PathWalk walk)) {
      cells.set(new PendingCell(task), new Pending(call, walk));
      return new Result.Returned(new Reply.Unfinished());
    }
    cells.set(new PendingCell(task), null);
    return ((Step.Done) step).result();
  }
}
