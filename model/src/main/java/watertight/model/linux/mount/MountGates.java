package watertight.model.linux.mount;

import static watertight.model.linux.Errno.EAGAIN;
import static watertight.model.linux.Errno.EBUSY;
import static watertight.model.linux.Errno.EINVAL;
import static watertight.model.linux.Errno.ENODEV;
import static watertight.model.linux.Errno.ENOENT;
import static watertight.model.linux.Errno.ENOTDIR;
import static watertight.model.linux.Errno.EPERM;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of mount and umount2; fs/namespace.c. */
public enum MountGates implements LinuxGate {
  /** Source and type are at most a page with their terminators (copy_mount_string). */
  MOUNT_TEXT_LENGTH("mount-text-length", EINVAL, false),
  /** man 2 mount: the caller needs CAP_SYS_ADMIN (path_mount, may_mount). */
  MOUNT_NEEDS_CAPABILITY("mount-needs-capability", EPERM, false),
  /** A bind mount has a source (do_loopback). */
  BIND_HAS_SOURCE("bind-has-source", EINVAL, true),
  /** A mount namespace is not mounted in itself (do_loopback, mnt_ns_loop). */
  BIND_NO_NAMESPACE_LOOP("bind-no-namespace-loop", EINVAL, true),
  /** The target was not removed (lock_mount, cant_mount). */
  MOUNT_TARGET_NOT_REMOVED("mount-target-not-removed", ENOENT, false),
  /**
   * The target is not on a mount of another namespace (graft_tree, check_mnt; verified on 6.18).
   */
  MOUNT_TARGET_IN_NAMESPACE("mount-target-in-namespace", EINVAL, false),
  /** The target is on a mount of some namespace (lock_mount; verified on 6.18). */
  MOUNT_TARGET_ATTACHED("mount-target-attached", ENOENT, false),
  /** The source is on a mount of the caller's namespace, or a namespace (may_copy_tree). */
  BIND_SOURCE_ATTACHED("bind-source-attached", EINVAL, false),
  /** A directory goes on a directory, a file on a file (graft_tree). */
  MOUNT_KINDS_MATCH("mount-kinds-match", ENOTDIR, false),
  /** What was removed is not mounted elsewhere (attach_recursive_mnt: get_mountpoint). */
  BIND_SOURCE_NOT_REMOVED("bind-source-not-removed", ENOENT, false),
  /** A new mount has a type (do_new_mount). */
  MOUNT_HAS_TYPE("mount-has-type", EINVAL, true),
  /** man 2 mount: the type is known to the kernel. */
  MOUNT_TYPE_KNOWN("mount-type-known", ENODEV, true),
  /** A change of flags is for the root of a mount (do_reconfigure_mnt). */
  REMOUNT_MOUNT_ROOT("remount-mount-root", EINVAL, false),
  /** A change of flags is for a mount of the caller's namespace (do_reconfigure_mnt). */
  REMOUNT_ATTACHED("remount-attached", EINVAL, false),
  /** man 2 umount2: unknown flags. */
  UMOUNT_FLAGS_KNOWN("umount-flags-known", EINVAL, false),
  /** man 2 umount2: the caller needs CAP_SYS_ADMIN (can_umount). */
  UMOUNT_NEEDS_CAPABILITY("umount-needs-capability", EPERM, false),
  /** man 2 umount2: the target is the root of a mount (can_umount). */
  UMOUNT_MOUNT_ROOT("umount-mount-root", EINVAL, true),
  /** The mount is in the caller's namespace (can_umount, check_mnt). */
  UMOUNT_ATTACHED("umount-attached", EINVAL, true),
  /** man 2 umount2: MNT_EXPIRE with MNT_FORCE or MNT_DETACH, or on the own root (do_umount). */
  EXPIRE_ALONE("expire-alone", EINVAL, false),
  /** man 2 umount2: MNT_EXPIRE on a mount in use (do_umount). */
  EXPIRE_NOT_BUSY("expire-not-busy", EBUSY, false),
  /** man 2 umount2: the first MNT_EXPIRE only marks the mount (do_umount). */
  EXPIRE_SECOND_TIME("expire-second-time", EAGAIN, false),
  /** The root of the mount tree stays (do_umount, mnt_has_parent). */
  UMOUNT_NOT_TREE_ROOT("umount-not-tree-root", EINVAL, true),
  /** man 2 umount2: the mount is not in use (propagate_mount_busy). */
  UMOUNT_NOT_BUSY("umount-not-busy", EBUSY, false);

  private final Plate plate;

  MountGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
