package watertight.model.linux.namespace;

import static watertight.model.linux.credential.Capability.CAP_SYS_ADMIN;
import static watertight.model.linux.namespace.NamespaceGates.NEWPID_LEVELS;
import static watertight.model.linux.namespace.NamespaceGates.NEWPID_ONCE;
import static watertight.model.linux.namespace.NamespaceGates.NEW_NAMESPACE_NEEDS_CAPABILITY;
import static watertight.model.linux.namespace.NamespaceGates.UNSHARE_FLAGS_KNOWN;

import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Reply;
import watertight.model.linux.mount.MountNamespaces;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.Sharing;

/** man 2 unshare; kernel/fork.c: ksys_unshare, kernel/nsproxy.c: create_new_namespaces. */
public final class Unshare {
  private Unshare() {}

  /** Leaves what the caller shares with others. */
  public static Result unshare(Caller c, long flags) {
    if (c.refuses(UNSHARE_FLAGS_KNOWN, (flags & ~CloneFlags.UNSHARE_VALID) != 0)) {
      return new Refused(UNSHARE_FLAGS_KNOWN);
    }
    Gate gate = refusal(c, flags);
    if (gate != null) {
      return new Refused(gate);
    }
    Result no = notModelled(flags);
    if (no != null) {
      return no;
    }
    if ((flags & (CloneFlags.CLONE_FS | CloneFlags.CLONE_NEWNS)) != 0) {
      Sharing.leaveFs(c);
    }
    if ((flags & CloneFlags.CLONE_FILES) != 0) {
      Sharing.leaveFiles(c);
    }
    NsProxyCell cell = new NsProxyCell(c.task());
    NsProxy fresh = fresh(c, c.cells().get(cell), c.fs(), flags);
    if (fresh == null) {
      return new Result.OutOfScope("mounts");
    }
    c.cells().set(cell, fresh);
    if ((flags & CloneFlags.CLONE_NEWPID) != 0) {
      PidNamespaces.unshared(c, fresh.pid());
    }
    return Reply.zero();
  }

  /** Whether a new namespace is asked for and not allowed; with a new user namespace it is. */
  public static Gate refusal(Caller c, long flags) {
    boolean asked = (flags & CloneFlags.NAMESPACES) != 0 && (flags & CloneFlags.CLONE_NEWUSER) == 0;
    if (c.refuses(NEW_NAMESPACE_NEEDS_CAPABILITY, asked && !c.can(CAP_SYS_ADMIN))) {
      return NEW_NAMESPACE_NEEDS_CAPABILITY;
    }
    return (flags & CloneFlags.CLONE_NEWPID) != 0 ? pidRefusal(c) : null;
  }

  /** kernel/pid_namespace.c: copy_pid_ns, create_pid_namespace. */
  private static Gate pidRefusal(Caller c) {
    PidNamespace own = PidNamespaces.active(c.cells(), c.task());
    boolean elsewhere = !PidNamespaces.forChildren(c.cells(), c.task()).equals(own);
    if (c.refuses(NEWPID_ONCE, elsewhere)) {
      return NEWPID_ONCE;
    }
    boolean deep = PidNamespaces.level(c.cells(), own) >= c.settings().pidLevels();
    return c.refuses(NEWPID_LEVELS, deep) ? NEWPID_LEVELS : null;
  }

  /** Why what is asked for cannot be told, or null. */
  public static Result notModelled(long flags) {
    long later = flags & (CloneFlags.NAMESPACES | CloneFlags.CLONE_NEWUSER);
    for (NamespaceType type : NamespaceType.values()) {
      later &= ~type.flag();
    }
    return later == 0
        ? null
        : new Result.NotEnabled("namespaces 0x%x are not in this version".formatted(later));
  }

  /**
   * The namespaces of {@code old} with those that the flags name made anew, as copies, for a task
   * with this fs_struct. Null when the bound leaves no room.
   */
  public static NsProxy fresh(Caller c, NsProxy old, Fs fs, long flags) {
    NsProxy fresh = old;
    for (NamespaceType type : NamespaceType.values()) {
      Namespace copy = (flags & type.flag()) != 0 ? copy(c, old.of(type), fs) : old.of(type);
      if (copy == null) {
        return null;
      }
      fresh = fresh.with(copy);
    }
    return fresh;
  }

  private static Namespace copy(Caller c, Namespace old, Fs fs) {
    return switch (old) {
      case Uts uts -> UtsCalls.copy(c.cells(), uts);
      case MountNamespace mnt -> MountNamespaces.copy(c, mnt, fs);
      case PidNamespace pid -> PidNamespaces.create(c, pid);
    };
  }
}
