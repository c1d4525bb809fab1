package watertight.model.linux.mount;

import static watertight.model.linux.MountFlags.MS_BIND;
import static watertight.model.linux.MountFlags.MS_NOSYMFOLLOW;
import static watertight.model.linux.MountFlags.MS_REC;
import static watertight.model.linux.MountFlags.MS_REMOUNT;
import static watertight.model.linux.credential.Capability.CAP_SYS_ADMIN;
import static watertight.model.linux.mount.MountGates.BIND_HAS_SOURCE;
import static watertight.model.linux.mount.MountGates.BIND_NO_NAMESPACE_LOOP;
import static watertight.model.linux.mount.MountGates.MOUNT_HAS_TYPE;
import static watertight.model.linux.mount.MountGates.MOUNT_NEEDS_CAPABILITY;
import static watertight.model.linux.mount.MountGates.MOUNT_TEXT_LENGTH;
import static watertight.model.linux.mount.MountGates.MOUNT_TYPE_KNOWN;
import static watertight.model.linux.mount.MountGates.REMOUNT_ATTACHED;
import static watertight.model.linux.mount.MountGates.REMOUNT_MOUNT_ROOT;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.OutOfScope;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Resolved;

/** man 2 mount; fs/namespace.c: path_mount. */
public final class MountCall {
  private static final int PAGE_SIZE = 4096;

  private MountCall() {}

  /** Makes a mount, or changes the flags of one. */
  public static Result mount(Caller c, Syscall.Mount call) {
    if (c.refuses(MOUNT_TEXT_LENGTH, isTooLong(call.source()) || isTooLong(call.type()))) {
      return new Refused(MOUNT_TEXT_LENGTH);
    }
    return switch (Resolved.following(c, call.target())) {
      case Resolved.Failed failed -> failed.result();
      case Resolved.Found(Path target) -> mount(c, call, target);
    };
  }

  /** Whether a text and its terminator are more than a page (mm/util.c: strndup_user). */
  private static boolean isTooLong(String text) {
    return text != null && text.length() >= PAGE_SIZE;
  }

  private static Result mount(Caller c, Syscall.Mount call, Path target) {
    if (c.refuses(MOUNT_NEEDS_CAPABILITY, !c.can(CAP_SYS_ADMIN))) {
      return new Refused(MOUNT_NEEDS_CAPABILITY);
    }
    boolean nosymfollow = (call.flags() & MS_NOSYMFOLLOW) != 0;
    if ((call.flags() & MS_REMOUNT) != 0) {
      return reconfigure(c, target, nosymfollow);
    }
    return (call.flags() & MS_BIND) != 0
        ? bind(c, call, target)
        : mountNew(c, call.type(), target, nosymfollow);
  }

  /** Changes the flags of the mount whose root is {@code target} (do_reconfigure_mnt). */
  private static Result reconfigure(Caller c, Path target, boolean nosymfollow) {
    Cells cells = c.cells();
    if (c.refuses(REMOUNT_ATTACHED, !Mounts.isOurs(c, target.mount()))) {
      return new Refused(REMOUNT_ATTACHED);
    }
    if (c.refuses(REMOUNT_MOUNT_ROOT, !Mounts.isRoot(cells, target))) {
      return new Refused(REMOUNT_MOUNT_ROOT);
    }
    MountCell cell = new MountCell(target.mount());
    cells.set(cell, cells.get(cell).withNosymfollow(nosymfollow));
    return Reply.zero();
  }

  /** man 2 mount, MS_BIND (do_loopback). */
  private static Result bind(Caller c, Syscall.Mount call, Path target) {
    if (call.source() == null || call.source().isEmpty()) {
      return new Refused(BIND_HAS_SOURCE);
    }
    return switch (Resolved.following(c, call.source())) {
      case Resolved.Failed failed -> failed.result();
      case Resolved.Found(Path source) -> bind(c, source, target, (call.flags() & MS_REC) != 0);
    };
  }

  /** No mount namespace is mounted in itself, nor in a younger one (mnt_ns_loop). */
  private static Result bind(Caller c, Path source, Path target, boolean recursive) {
    if (source.dentry() instanceof NsDentry(MountNamespace shown)) {
      boolean own = shown.equals(MountNamespaces.of(c.cells(), c.task()));
      return own
          ? new Refused(BIND_NO_NAMESPACE_LOOP)
          : new Result.NotEnabled("which mount namespace is older is not in this version");
    }
    return Grafting.bind(c, source, target, recursive);
  }

  private static Result mountNew(Caller c, String type, Path target, boolean nosymfollow) {
    if (type == null) {
      return new Refused(MOUNT_HAS_TYPE);
    }
    return switch (type) {
      case "tmpfs" ->
          NewMount.outOfScope(c)
              ? new OutOfScope("inodes")
              : Grafting.graft(c, () -> NewMount.tmpfs(c, nosymfollow), target);
      case "proc" -> Grafting.graft(c, () -> NewMount.proc(c, nosymfollow), target);
      default -> new Refused(MOUNT_TYPE_KNOWN);
    };
  }
}
