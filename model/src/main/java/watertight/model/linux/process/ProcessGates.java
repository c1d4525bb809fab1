package watertight.model.linux.process;

import static watertight.model.linux.Errno.ECHILD;
import static watertight.model.linux.Errno.EINVAL;
import static watertight.model.linux.Errno.EPERM;
import static watertight.model.linux.Errno.ESRCH;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of calls on processes, groups and sessions; kernel/sys.c, kernel/exit.c. */
public enum ProcessGates implements LinuxGate {
  /** man 2 wait4: options that are known (kernel_wait4). */
  WAIT_OPTIONS("wait-options", EINVAL),
  /** kernel/exit.c: kernel_wait4: −INT_MIN is not a group. */
  WAIT_GROUP_NUMBER("wait-group-number", ESRCH, true),
  /** man 2 wait4: there is a child that this call waits for (do_wait). */
  WAIT_HAS_CHILD("wait-has-child", ECHILD, true),
  /** man 2 getpgid: the process is there. */
  GETPGID_PROCESS_EXISTS("getpgid-process-exists", ESRCH, true),
  /** man 2 getsid: the process is there. */
  GETSID_PROCESS_EXISTS("getsid-process-exists", ESRCH, true),
  /** man 2 setpgid: the group's number is not negative. */
  SETPGID_NUMBER("setpgid-number", EINVAL),
  /** man 2 setpgid: the process is there. */
  SETPGID_PROCESS_EXISTS("setpgid-process-exists", ESRCH, true),
  /** man 2 setpgid: it is the caller or a child of it. */
  SETPGID_OWN_CHILD("setpgid-own-child", ESRCH),
  /** man 2 setpgid: a child is in the caller's session. */
  SETPGID_CHILD_SESSION("setpgid-child-session", EPERM),
  /** man 2 setpgid: no leader of a session changes its group. */
  SETPGID_NO_LEADER("setpgid-no-leader", EPERM),
  /** man 2 setpgid: another group has a member. */
  SETPGID_GROUP_EXISTS("setpgid-group-exists", EPERM, true),
  /** man 2 setpgid: another group is in the caller's session. */
  SETPGID_SAME_SESSION("setpgid-same-session", EPERM),
  /** man 2 setsid: the caller leads no session. */
  SETSID_NO_LEADER("setsid-no-leader", EPERM),
  /** man 2 setsid: no group has the caller's number. */
  SETSID_NO_GROUP("setsid-no-group", EPERM),
  /** man 2 clone: a thread shares the handlers of signals (copy_process). */
  CLONE_THREAD_SHARES_HANDLERS("clone-thread-shares-handlers", EINVAL, true),
  /** man 2 clone: who shares the handlers of signals shares the memory (copy_process). */
  CLONE_HANDLERS_SHARE_MEMORY("clone-handlers-share-memory", EINVAL, true),
  /** man 2 clone: an init has no siblings, whom its parent could not wait for (copy_process). */
  CLONE_PARENT_NOT_BY_INIT("clone-parent-not-by-init", EINVAL),
  /** man 2 clone: a thread is in the PID namespace of its process (copy_process). */
  CLONE_THREAD_STAYS("clone-thread-stays", EINVAL, true),
  /** man 2 reboot: CAP_SYS_BOOT over the owner of the PID namespace. */
  REBOOT_NEEDS_CAPABILITY("reboot-needs-capability", EPERM),
  /** man 2 reboot: a command that ends a PID namespace (reboot_pid_ns). */
  REBOOT_COMMAND("reboot-command", EINVAL);

  private final Plate plate;

  ProcessGates(String id, Errno code) {
    this(id, code, false);
  }

  ProcessGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
