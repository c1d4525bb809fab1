package watertight.model.linux.path;

import static watertight.model.linux.Errno.EACCES;
import static watertight.model.linux.Errno.EAGAIN;
import static watertight.model.linux.Errno.EBADF;
import static watertight.model.linux.Errno.EFAULT;
import static watertight.model.linux.Errno.ELOOP;
import static watertight.model.linux.Errno.ENAMETOOLONG;
import static watertight.model.linux.Errno.ENOENT;
import static watertight.model.linux.Errno.ENOTDIR;
import static watertight.model.linux.Errno.EXDEV;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of a path walk; man 7 path_resolution, fs/namei.c. */
public enum PathGates implements LinuxGate {
  /** The path is no address of the caller (getname). */
  PATH_ADDRESS("path-address", EFAULT, true),
  /** The empty path names nothing (getname). */
  PATH_NOT_EMPTY("path-not-empty", ENOENT, true),
  /** A path with its terminator is at most PATH_MAX bytes (getname). */
  PATH_LENGTH("path-length", ENAMETOOLONG, false),
  /** A relative path starts at an open descriptor (path_init). */
  DIRFD_OPEN("dirfd-open", EBADF, true),
  /** A relative path starts at a directory (path_init). */
  DIRFD_IS_DIRECTORY("dirfd-is-directory", ENOTDIR, true),
  /** Every directory walked through must allow search (may_lookup). */
  SEARCH_PERMISSION("search-permission", EACCES, false),
  /** A component is at most NAME_MAX bytes (simple_lookup). */
  NAME_LENGTH("name-length", ENAMETOOLONG, true),
  /** A name that does not exist (step_into, negative dentry). */
  NAME_EXISTS("name-exists", ENOENT, true),
  /** Nothing is found in a removed directory (lookup_slow, IS_DEADDIR). */
  DIRECTORY_NOT_REMOVED("directory-not-removed", ENOENT, true),
  /** What is walked through is a directory (link_path_walk, d_can_lookup). */
  COMPONENT_IS_DIRECTORY("component-is-directory", ENOTDIR, true),
  /** With a trailing slash or O_DIRECTORY the end is a directory (LOOKUP_DIRECTORY). */
  END_IS_DIRECTORY("end-is-directory", ENOTDIR, true),
  /** man 7 path_resolution: at most 40 links in one walk (pick_link, MAXSYMLINKS). */
  SYMLINK_LIMIT("symlink-limit", ELOOP, false),
  /** man 5 proc, fs.protected_symlinks: links in sticky directories (may_follow_link). */
  PROTECTED_SYMLINKS("protected-symlinks", EACCES, false),
  /** man 2 openat2, RESOLVE_NO_SYMLINKS (pick_link). */
  RESOLVE_NO_SYMLINKS("resolve-no-symlinks", ELOOP, false),
  /** man 2 mount, MS_NOSYMFOLLOW (pick_link). */
  MOUNT_NOSYMFOLLOW("mount-nosymfollow", ELOOP, false),
  /** man 5 proc: magic links need ptrace-read access (proc_pid_get_link). */
  MAGIC_LINK_NEEDS_PTRACE_ACCESS("magic-link-needs-ptrace-access", EACCES, false),
  /** What the magic link names must still be there (proc_root_link and others). */
  MAGIC_LINK_HAS_OBJECT("magic-link-has-object", ENOENT, true),
  /** man 5 proc, /proc/self: the reader has a number there (proc_self_get_link). */
  PROC_SELF_HAS_NUMBER("proc-self-has-number", ENOENT, true),
  /** man 2 openat2, RESOLVE_NO_MAGICLINKS (nd_jump_link). */
  RESOLVE_NO_MAGICLINKS("resolve-no-magiclinks", ELOOP, false),
  /** man 2 openat2, RESOLVE_NO_XDEV: no magic link to another mount (nd_jump_link). */
  NO_XDEV_MAGIC_LINK("no-xdev-magic-link", EXDEV, false),
  /** man 2 openat2: no magic link in a scoped walk (nd_jump_link). */
  SCOPED_MAGIC_LINK("scoped-magic-link", EXDEV, false),
  /** man 2 openat2, RESOLVE_BENEATH: no absolute path (path_init, nd_jump_root). */
  BENEATH_NOT_ABSOLUTE("beneath-not-absolute", EXDEV, false),
  /** man 2 openat2, RESOLVE_BENEATH: no absolute link (pick_link, nd_jump_root). */
  BENEATH_NO_ABSOLUTE_LINK("beneath-no-absolute-link", EXDEV, false),
  /** man 2 openat2, RESOLVE_NO_XDEV: no jump to a root on another mount (nd_jump_root). */
  NO_XDEV_ABSOLUTE("no-xdev-absolute", EXDEV, false),
  /** man 2 openat2, RESOLVE_NO_XDEV: no way down into a mount (handle_mounts). */
  NO_XDEV_DOWN("no-xdev-down", EXDEV, false),
  /** man 2 openat2, RESOLVE_NO_XDEV: no way up out of a mount (follow_dotdot). */
  NO_XDEV_DOTDOT("no-xdev-dotdot", EXDEV, false),
  /** man 2 openat2, RESOLVE_BENEATH: no {@code ..} at the start directory (follow_dotdot). */
  BENEATH_DOTDOT("beneath-dotdot", EXDEV, false),
  /** {@code ..} must stay below the mount's root (follow_dotdot, path_connected). */
  PATH_MUST_STAY_CONNECTED("path-must-stay-connected", ENOENT, false),
  /** A scoped {@code ..} after a rename or mount anywhere is tried again (handle_dots). */
  SCOPED_DOTDOT_UNDISTURBED("scoped-dotdot-undisturbed", EAGAIN, false),
  /** A scoped walk ends below its root (complete_walk). */
  SCOPED_WALK_ENDS_INSIDE("scoped-walk-ends-inside", EXDEV, false),
  /** man 2 openat2, RESOLVE_CACHED: only names that are in the cache (lookup_fast). */
  RESOLVE_CACHED("resolve-cached", EAGAIN, false);

  private final Plate plate;

  /**
   * Whether a walk in the cache alone says it too, and need not look closer first: what is asked of
   * links is (pick_link, nd_jump_root), but for magic links.
   */
  boolean isKnownInCache() {
    return this == SYMLINK_LIMIT
        || this == RESOLVE_NO_SYMLINKS
        || this == MOUNT_NOSYMFOLLOW
        || this == BENEATH_NO_ABSOLUTE_LINK
        || this == NO_XDEV_ABSOLUTE;
  }

  PathGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
