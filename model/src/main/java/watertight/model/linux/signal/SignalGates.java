package watertight.model.linux.signal;

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
