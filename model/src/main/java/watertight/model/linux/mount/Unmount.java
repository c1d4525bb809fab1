package watertight.model.linux.mount;

import static watertight.model.linux.MountFlags.MNT_DETACH;
import static watertight.model.linux.MountFlags.MNT_EXPIRE;
import static watertight.model.linux.MountFlags.MNT_FORCE;
import static watertight.model.linux.MountFlags.UMOUNT_NOFOLLOW;
import static watertight.model.linux.MountFlags.UMOUNT_VALID;
import static watertight.model.linux.credential.Capability.CAP_SYS_ADMIN;
import static watertight.model.linux.mount.MountGates.EXPIRE_ALONE;
import static watertight.model.linux.mount.MountGates.EXPIRE_NOT_BUSY;
import static watertight.model.linux.mount.MountGates.EXPIRE_SECOND_TIME;
import static watertight.model.linux.mount.MountGates.UMOUNT_ATTACHED;
import static watertight.model.linux.mount.MountGates.UMOUNT_FLAGS_KNOWN;
import static watertight.model.linux.mount.MountGates.UMOUNT_MOUNT_ROOT;
import static watertight.model.linux.mount.MountGates.UMOUNT_NEEDS_CAPABILITY;
import static watertight.model.linux.mount.MountGates.UMOUNT_NOT_BUSY;
import static watertight.model.linux.mount.MountGates.UMOUNT_NOT_TREE_ROOT;

import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.PendingCalls;
import watertight.model.linux.Reply;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Resolved;

/** man 2 umount2; fs/namespace.c: path_umount, do_umount. */
public final class Unmount {
  private Unmount() {}

  /** Takes a mount out of the tree. */
  public static Result umount2(Caller c, String target, long flags) {
    if (c.refuses(UMOUNT_FLAGS_KNOWN, (flags & ~UMOUNT_VALID) != 0)) {
      return new Refused(UMOUNT_FLAGS_KNOWN);
    }
    return switch (Resolved.of(c, target, (flags & UMOUNT_NOFOLLOW) == 0)) {
      case Resolved.Failed failed -> failed.result();
      case Resolved.Found(Path found) -> umount(c, Mounts.top(c, found), flags);
    };
  }

  private static Result umount(Caller c, Path target, long flags) {
    Gate refusal = refusal(c, target);
    if (refusal != null) {
      return new Refused(refusal);
    }
    Mount mount = target.mount();
    boolean isOwnRoot = c.root().mount().equals(mount);
    boolean lazy = (flags & MNT_DETACH) != 0;
    if ((flags & MNT_EXPIRE) != 0) {
      boolean alone = (flags & (MNT_FORCE | MNT_DETACH)) == 0 && !isOwnRoot;
      return c.refuses(EXPIRE_ALONE, !alone) ? new Refused(EXPIRE_ALONE) : expire(c, mount);
    }
    if (isOwnRoot && !lazy) {
      return new Result.OutOfScope("unmounting the own root, which makes it read-only");
    }
    return finish(c, mount, lazy);
  }

  /** The checks before any flag counts (can_umount). */
  private static Gate refusal(Caller c, Path target) {
    if (c.refuses(UMOUNT_NEEDS_CAPABILITY, !c.can(CAP_SYS_ADMIN))) {
      return UMOUNT_NEEDS_CAPABILITY;
    }
    if (!Mounts.isRoot(c.cells(), target)) {
      return UMOUNT_MOUNT_ROOT;
    }
    return Mounts.isOurs(c, target.mount()) ? null : UMOUNT_ATTACHED;
  }

  private static Result expire(Caller c, Mount mount) {
    if (c.refuses(EXPIRE_NOT_BUSY, Busy.isBusy(c.cells(), mount))) {
      return new Refused(EXPIRE_NOT_BUSY);
    }
    MountCell cell = new MountCell(mount);
    MountState state = c.cells().get(cell);
    c.cells().set(cell, state.withExpiring(true));
    if (c.refuses(EXPIRE_SECOND_TIME, !state.expiring())) {
      return new Result.Refused(EXPIRE_SECOND_TIME);
    }
    return finish(c, mount, false);
  }

  private static Result finish(Caller c, Mount mount, boolean lazy) {
    if (Mounts.mountpoint(c.cells(), mount) == null) {
      return new Refused(UMOUNT_NOT_TREE_ROOT);
    }
    if (c.refuses(UMOUNT_NOT_BUSY, !lazy && Busy.isBusy(c.cells(), mount))) {
      return new Refused(UMOUNT_NOT_BUSY);
    }
    detach(c.cells(), mount);
    PendingCalls.disturb(c.cells());
    return Reply.zero();
  }

  /** Takes a mount and all below it out of the namespace, each on its own (umount_tree). */
  static void detach(Cells cells, Mount mount) {
    for (Mount child : cells.get(new CoversCell(mount)).mounts()) {
      detach(cells, child);
    }
    MountCell cell = new MountCell(mount);
    MountState state = cells.get(cell);
    cells.update(new CoversCell(state.parent()), new CoversCell.Drop(state.mountpoint()));
    cells.set(cell, state.detached());
  }

  /** Takes off what is mounted on a dentry whose name is removed (detach_mounts). */
  public static void detachFrom(Caller c, Dentry dentry) {
    for (Mount mount : Mounts.everywhere(c.cells())) {
      Mount on = Mounts.on(c.cells(), new Path(mount, dentry));
      if (on != null) {
        detach(c.cells(), on);
      }
    }
  }
}
