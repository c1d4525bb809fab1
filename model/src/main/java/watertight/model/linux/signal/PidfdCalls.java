package watertight.model.linux.signal;

import static watertight.model.linux.signal.SignalGates.PIDFD_OPEN_FLAGS;
import static watertight.model.linux.signal.SignalGates.PIDFD_OPEN_NUMBER;
import static watertight.model.linux.signal.SignalGates.PIDFD_OPEN_PROCESS_EXISTS;
import static watertight.model.linux.signal.SignalGates.PIDFD_SIGNAL_FLAGS;
import static watertight.model.linux.signal.SignalGates.PIDFD_SIGNAL_OPEN;
import static watertight.model.linux.signal.SignalGates.PIDFD_SIGNAL_VISIBLE;

import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Syscall;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.path.ProcDentry.ProcTask;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.OpenFileState.OpenPidfd;
import watertight.model.linux.task.OpenFileState.OpenSocket;
import watertight.model.linux.task.Task;

/** man 2 pidfd_open, man 2 pidfd_send_signal; kernel/pid.c, kernel/fork.c, kernel/signal.c. */
public final class PidfdCalls {
  public static final long PIDFD_NONBLOCK = 04000;
  public static final long PIDFD_THREAD = 0200;
  public static final long PIDFD_SIGNAL_THREAD = 1;
  public static final long PIDFD_SIGNAL_THREAD_GROUP = 2;
  public static final long PIDFD_SIGNAL_PROCESS_GROUP = 4;

  private static final long KNOWN =
      PIDFD_SIGNAL_THREAD | PIDFD_SIGNAL_THREAD_GROUP | PIDFD_SIGNAL_PROCESS_GROUP;

  private PidfdCalls() {}

  /** man 2 pidfd_open: a descriptor that stays with the process, whatever becomes of its number. */
  public static Result open(Caller c, int pid, long flags) {
    if (c.refuses(PIDFD_OPEN_FLAGS, (flags & ~(PIDFD_NONBLOCK | PIDFD_THREAD)) != 0)) {
      return new Refused(PIDFD_OPEN_FLAGS);
    }
    if (c.refuses(PIDFD_OPEN_NUMBER, pid <= 0)) {
      return new Refused(PIDFD_OPEN_NUMBER);
    }
    Task task = Numbers.process(c, pid);
    return task == null
        ? new Refused(PIDFD_OPEN_PROCESS_EXISTS)
        : Files.open(c, new OpenPidfd(task, (flags & PIDFD_THREAD) != 0));
  }

  /** man 2 pidfd_send_signal: to the process, one thread of it, or the group that it leads. */
  public static Result send(Caller c, Syscall.PidfdSendSignal call) {
    if (Signal.isRealTime(call.signal())) {
      return SignalCalls.REAL_TIME;
    }
    boolean unknown = (call.flags() & ~KNOWN) != 0 || Long.bitCount(call.flags()) > 1;
    if (c.refuses(PIDFD_SIGNAL_FLAGS, unknown)) {
      return new Refused(PIDFD_SIGNAL_FLAGS);
    }
    OpenFileState file = c.file(call.pidfd());
    Task target = file == null ? null : process(file);
    if (target == null) {
      return new Refused(PIDFD_SIGNAL_OPEN);
    }
    if (c.refuses(PIDFD_SIGNAL_VISIBLE, !isVisible(c, target))) {
      return new Refused(PIDFD_SIGNAL_VISIBLE);
    }
    return switch ((int) call.flags()) {
      case (int) PIDFD_SIGNAL_PROCESS_GROUP -> KillCalls.toGroup(c, target, call.signal());
      case (int) PIDFD_SIGNAL_THREAD -> KillCalls.to(c, target, call.signal(), true);
      case (int) PIDFD_SIGNAL_THREAD_GROUP -> KillCalls.to(c, target, call.signal(), false);
      default ->
          KillCalls.to(c, target, call.signal(), file instanceof OpenPidfd(var t, var own) && own);
    };
  }

  /** The process that a descriptor stands for: its directory in procfs does too (pidfd_to_pid). */
  private static Task process(OpenFileState file) {
    return switch (file) {
      case OpenPidfd pidfd -> pidfd.task();
      case OpenPath path ->
          path.access() != Access.PATH && path.path().dentry() instanceof ProcTask directory
              ? directory.task()
              : null;
      case OpenSocket socket -> null;
    };
  }

  private static boolean isVisible(Caller c, Task target) {
    return PidNamespaces.isBelow(
        c.cells(),
        PidNamespaces.active(c.cells(), target),
        PidNamespaces.active(c.cells(), c.task()));
  }
}
