package watertight.model.linux.path;

import static watertight.model.linux.Errno.EACCES;
import static watertight.model.linux.Errno.EBADF;
import static watertight.model.linux.Errno.EBUSY;
import static watertight.model.linux.Errno.EEXIST;
import static watertight.model.linux.Errno.EFAULT;
import static watertight.model.linux.Errno.EINVAL;
import static watertight.model.linux.Errno.EISDIR;
import static watertight.model.linux.Errno.ENAMETOOLONG;
import static watertight.model.linux.Errno.ENOENT;
import static watertight.model.linux.Errno.ENOTDIR;
import static watertight.model.linux.Errno.ENOTEMPTY;
import static watertight.model.linux.Errno.EPERM;
import static watertight.model.linux.Errno.EXDEV;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of calls that make, move and read names; fs/namei.c. */
public enum NameGates implements LinuxGate {
  /**
   * The last component is a name to make, not {@code .}, {@code ..} or a slash (filename_create).
   */
  MAKE_PLAIN_NAME("make-plain-name", EEXIST, true),
  /** A trailing slash asks for a directory (filename_create). */
  MAKE_NO_TRAILING_SLASH("make-no-trailing-slash", ENOENT, true),
  /** The name is there already (filename_create). */
  MAKE_NEW_NAME("make-new-name", EEXIST, true),
  /** Making a name needs write permission in its directory (may_create). */
  MAKE_PERMISSION("make-permission", EACCES, false),
  /** man 2 symlink: the text is no address of the caller. */
  SYMLINK_TEXT_ADDRESS("symlink-text-address", EFAULT, true),
  /** man 2 symlink: the empty text. */
  SYMLINK_TEXT_NOT_EMPTY("symlink-text-not-empty", ENOENT, true),
  /** man 2 symlink: the text is at most a page with its terminator. */
  SYMLINK_TEXT_LENGTH("symlink-text-length", ENAMETOOLONG, false),
  /** man 2 readlink: the size is positive. */
  READLINK_SIZE("readlink-size", EINVAL, true),
  /** man 2 readlink: with an empty path the descriptor is open (path_init). */
  READLINK_FD_OPEN("readlink-fd-open", EBADF, true),
  /** man 2 readlink: what is no link. */
  READLINK_LINK("readlink-link", EINVAL, true),
  /** Reading a magic link needs ptrace-read access (proc_pid_readlink). */
  READLINK_NEEDS_PTRACE_ACCESS("readlink-needs-ptrace-access", EACCES, false),
  /** What the magic link names must still be there (proc_pid_readlink). */
  READLINK_HAS_OBJECT("readlink-has-object", ENOENT, true),
  /** man 5 proc, /proc/self: the reader has a number there (proc_self_get_link). */
  READLINK_SELF_HAS_NUMBER("readlink-self-has-number", ENOENT, true),
  /** man 2 rename: both names on the same mount. */
  RENAME_SAME_MOUNT("rename-same-mount", EXDEV, false),
  /** man 2 rename: the old name is not {@code .} or {@code ..}. */
  RENAME_PLAIN_OLD("rename-plain-old", EBUSY, true),
  /** man 2 rename: the new name is not {@code .} or {@code ..}. */
  RENAME_PLAIN_NEW("rename-plain-new", EBUSY, true),
  /** A trailing slash after the name of what is no directory. */
  RENAME_SLASH_NEEDS_DIRECTORY("rename-slash-needs-directory", ENOTDIR, false),
  /** man 2 rename: a directory into itself. */
  RENAME_NOT_INTO_ITSELF("rename-not-into-itself", EINVAL, true),
  /** man 2 rename: onto a directory that contains the old name. */
  RENAME_NOT_ONTO_ANCESTOR("rename-not-onto-ancestor", ENOTEMPTY, true),
  /** Nobody writes to an immutable directory: that of a task in procfs (inode_permission). */
  RENAME_MUTABLE("rename-mutable", EPERM, false),
  /** Removing a name needs write permission in its directory (may_delete). */
  RENAME_OLD_PERMISSION("rename-old-permission", EACCES, false),
  /** man 2 rename: the sticky directory of the old name (may_delete, check_sticky). */
  RENAME_OLD_STICKY("rename-old-sticky", EPERM, false),
  /** Making the new name needs write permission in its directory (may_create). */
  RENAME_NEW_PERMISSION("rename-new-permission", EACCES, false),
  /** Removing what the new name names needs write permission in its directory (may_delete). */
  REPLACE_PERMISSION("replace-permission", EACCES, false),
  /** man 2 rename: the sticky directory of what the new name names. */
  REPLACE_STICKY("replace-sticky", EPERM, false),
  /** man 2 rename: a directory replaces only a directory. */
  REPLACE_DIRECTORY_BY_DIRECTORY("replace-directory-by-directory", ENOTDIR, true),
  /** man 2 rename: what is no directory replaces no directory. */
  REPLACE_FILE_BY_FILE("replace-file-by-file", EISDIR, true),
  /** The file system does not rename: procfs. */
  RENAME_SUPPORTED("rename-supported", EPERM, true),
  /** A directory that moves must be writable: its {@code ..} changes (vfs_rename). */
  RENAME_DIRECTORY_WRITABLE("rename-directory-writable", EACCES, false),
  /** man 2 rename: a mount point of this mount namespace. */
  RENAME_NOT_MOUNTPOINT("rename-not-mountpoint", EBUSY, false),
  /** man 2 rename: the directory that is replaced is empty. */
  REPLACE_EMPTY("replace-empty", ENOTEMPTY, true);

  private final Plate plate;

  NameGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
