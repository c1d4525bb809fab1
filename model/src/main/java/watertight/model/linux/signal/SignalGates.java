package watertight.model.linux.signal;

import static watertight.model.linux.Errno.EBADF;
import static watertight.model.linux.Errno.EINVAL;
import static watertight.model.linux.Errno.EPERM;
import static watertight.model.linux.Errno.ESRCH;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of calls on signals; kernel/signal.c, kernel/sys.c. */
public enum SignalGates implements LinuxGate {
  /** man 2 kill: there is such a process or group, or any other process for −1. */
  KILL_TARGET_EXISTS("kill-target-exists", ESRCH, true),
  /** man 2 kill: the signal is one, or 0. It is looked at last. */
  SIGNAL_NUMBER("signal-number", EINVAL, true),
  /**
   * man 2 kill: the sender's real or effective user is the target's real or saved one, or it has
   * CAP_KILL; SIGCONT goes to the own session too (kill_ok_by_cred, check_kill_permission).
   */
  SIGNAL_PERMISSION("signal-permission", EPERM),
  /** man 2 tgkill: process and thread are positive numbers. */
  TGKILL_NUMBERS("tgkill-numbers", EINVAL),
  /** man 2 tgkill: there is such a thread, and it is of that process. */
  TGKILL_TARGET_EXISTS("tgkill-target-exists", ESRCH, true),
  /** man 2 pidfd_open: flags that are known. */
  PIDFD_OPEN_FLAGS("pidfd-open-flags", EINVAL),
  /** man 2 pidfd_open: the number is positive. */
  PIDFD_OPEN_NUMBER("pidfd-open-number", EINVAL),
  /** man 2 pidfd_open: the process is there (pidfd_prepare). */
  PIDFD_OPEN_PROCESS_EXISTS("pidfd-open-process-exists", ESRCH, true),
  /** man 2 pidfd_send_signal: at most one flag, and a known one. */
  PIDFD_SIGNAL_FLAGS("pidfd-signal-flags", EINVAL),
  /** man 2 pidfd_send_signal: the descriptor refers to a process (pidfd_to_pid). */
  PIDFD_SIGNAL_OPEN("pidfd-signal-open", EBADF, true),
  /**
   * man 2 pidfd_send_signal: the process is in the caller's PID namespace or below
   * (access_pidfd_pidns).
   */
  PIDFD_SIGNAL_VISIBLE("pidfd-signal-visible", EINVAL),
  /** man 2 pidfd_send_signal: the process, or its group, is there. */
  PIDFD_SIGNAL_TARGET_EXISTS("pidfd-signal-target-exists", ESRCH, true),
  /** man 2 rt_sigaction: a standard signal that can be handled (do_sigaction). */
  ACTION_SIGNAL("sigaction-signal", EINVAL, true),
  /** man 2 rt_sigprocmask: the way is known. */
  MASK_WAY("sigprocmask-way", EINVAL, true),
  /** man 2 prctl: PR_SET_PDEATHSIG takes a signal or 0. */
  DEATH_SIGNAL_NUMBER("death-signal-number", EINVAL, true);

  private final Plate plate;

  SignalGates(String id, Errno code) {
    this(id, code, false);
  }

  SignalGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
