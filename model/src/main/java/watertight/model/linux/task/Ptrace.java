package watertight.model.linux.task;

import static watertight.model.linux.credential.Capability.CAP_SYS_PTRACE;

import watertight.model.linux.Caller;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;

/** Who may look into a task; man 2 ptrace, kernel/ptrace.c: __ptrace_may_access. */
public final class Ptrace {
  private Ptrace() {}

  /** Whether the caller may read {@code target} (PTRACE_MODE_READ_FSCREDS). */
  public static boolean mayRead(Caller c, Task target) {
    if (target.equals(c.task())) {
      return true;
    }
    Cred caller = c.cred();
    Cred other = c.cells().get(new CredCell(target));
    if (caller.can(CAP_SYS_PTRACE)) {
      return true;
    }
    boolean dumpable = c.cells().view(new TaskCell(target), new TaskCell.Readable());
    return sameUser(caller, other) && dumpable && other.permitted().isSubsetOf(caller.effective());
  }

  private static boolean sameUser(Cred caller, Cred other) {
    return caller.fsuid() == other.ruid()
        && caller.fsuid() == other.euid()
        && caller.fsuid() == other.suid()
        && caller.gid() == other.gid();
  }
}
