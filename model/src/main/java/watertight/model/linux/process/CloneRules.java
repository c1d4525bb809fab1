package watertight.model.linux.process;

import static watertight.model.linux.namespace.NamespaceGates.CLONE_NEWNS_OWN_FS;
import static watertight.model.linux.process.ProcessGates.CLONE_HANDLERS_SHARE_MEMORY;
import static watertight.model.linux.process.ProcessGates.CLONE_PARENT_NOT_BY_INIT;
import static watertight.model.linux.process.ProcessGates.CLONE_THREAD_SHARES_HANDLERS;
import static watertight.model.linux.process.ProcessGates.CLONE_THREAD_STAYS;

import watertight.model.Gate;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.signal.Init;

/** Which flags of clone go together; kernel/fork.c: copy_process, before anything is copied. */
public final class CloneRules {
  private CloneRules() {}

  /** The gate that refuses these flags, or null. */
  public static Gate refusal(Caller c, long flags) {
    boolean newMounts = has(flags, CloneFlags.CLONE_NEWNS) && has(flags, CloneFlags.CLONE_FS);
    if (c.refuses(CLONE_NEWNS_OWN_FS, newMounts)) {
      return CLONE_NEWNS_OWN_FS;
    }
    boolean thread = has(flags, CloneFlags.CLONE_THREAD);
    boolean handlers = has(flags, CloneFlags.CLONE_SIGHAND);
    if (thread && !handlers) {
      return CLONE_THREAD_SHARES_HANDLERS;
    }
    if (handlers && !has(flags, CloneFlags.CLONE_VM)) {
      return CLONE_HANDLERS_SHARE_MEMORY;
    }
    boolean sibling = has(flags, CloneFlags.CLONE_PARENT);
    if (c.refuses(CLONE_PARENT_NOT_BY_INIT, sibling && Init.is(c.cells(), c.task()))) {
      return CLONE_PARENT_NOT_BY_INIT;
    }
    return thread && leaves(c, flags) ? CLONE_THREAD_STAYS : null;
  }

  private static boolean has(long flags, long flag) {
    return (flags & flag) != 0;
  }

  private static boolean leaves(Caller c, long flags) {
    return has(flags, CloneFlags.CLONE_NEWUSER | CloneFlags.CLONE_NEWPID)
        || !PidNamespaces.forChildren(c.cells(), c.task())
            .equals(PidNamespaces.active(c.cells(), c.task()));
  }
}
