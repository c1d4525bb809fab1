package watertight.model.linux.path;

import static watertight.model.linux.Errno.E2BIG;
import static watertight.model.linux.Errno.EACCES;
import static watertight.model.linux.Errno.EAGAIN;
import static watertight.model.linux.Errno.EEXIST;
import static watertight.model.linux.Errno.EINVAL;
import static watertight.model.linux.Errno.EISDIR;
import static watertight.model.linux.Errno.ELOOP;
import static watertight.model.linux.Errno.ENXIO;
import static watertight.model.linux.Errno.EPERM;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of open, openat and openat2 beside those of the walk; man 2 open, man 2 openat2. */
public enum OpenGates implements LinuxGate {
  /** man 2 openat2: the structure has at least the size of its first version. */
  HOW_SIZE("how-size", EINVAL, false),
  /** man 2 openat2: the structure is at most a page long. */
  HOW_SIZE_LIMIT("how-size-limit", E2BIG, false),
  /** man 2 openat2: what this kernel does not know must be zero (copy_struct_from_user). */
  HOW_TAIL_ZERO("how-tail-zero", E2BIG, false),
  /** man 2 openat2: unknown flags (build_open_flags). */
  OPEN_FLAGS_KNOWN("open-flags-known", EINVAL, false),
  /** man 2 openat2: unknown RESOLVE_ flags (build_open_flags). */
  RESOLVE_FLAGS_KNOWN("resolve-flags-known", EINVAL, false),
  /** man 2 openat2: RESOLVE_BENEATH and RESOLVE_IN_ROOT exclude one another. */
  RESOLVE_ONE_SCOPE("resolve-one-scope", EINVAL, true),
  /** man 2 openat2: mode bits beyond 07777. */
  MODE_KNOWN("mode-known", EINVAL, false),
  /** man 2 openat2: a mode without O_CREAT or O_TMPFILE. */
  MODE_NEEDS_CREATE("mode-needs-create", EINVAL, false),
  /** O_CREAT with O_DIRECTORY (build_open_flags, since Linux 6.4). */
  CREATE_NO_DIRECTORY("create-no-directory", EINVAL, false),
  /** man 2 open: O_TMPFILE contains O_DIRECTORY. */
  TMPFILE_HAS_DIRECTORY("tmpfile-has-directory", EINVAL, false),
  /** man 2 open: O_TMPFILE needs write access. */
  TMPFILE_NEEDS_WRITE("tmpfile-needs-write", EINVAL, false),
  /** man 2 openat2: flags that may not stand beside O_PATH. */
  PATH_FLAGS("path-flags", EINVAL, false),
  /** man 2 openat2: RESOLVE_CACHED with O_CREAT, O_TRUNC or O_TMPFILE. */
  CACHED_NO_CREATE("cached-no-create", EAGAIN, false),
  /** O_CREAT with a slash after the name (open_last_lookups). */
  CREATE_NO_TRAILING_SLASH("create-no-trailing-slash", EISDIR, false),
  /** Making a name needs write permission in its directory (may_o_create). */
  OPEN_CREATE_PERMISSION("open-create-permission", EACCES, false),
  /** man 2 open: O_EXCL, and the name is there (do_open). */
  CREATE_EXCLUSIVE("create-exclusive", EEXIST, false),
  /** man 2 open: O_CREAT on a directory (do_open). */
  CREATE_NOT_DIRECTORY("create-not-directory", EISDIR, false),
  /** man 5 proc, fs.protected_regular, fs.protected_fifos (may_create_in_sticky). */
  PROTECTED_IN_STICKY("protected-in-sticky", EACCES, false),
  /** man 2 open: O_NOFOLLOW, and the name is a link (may_open). */
  OPEN_NOT_LINK("open-not-link", ELOOP, true),
  /** man 2 open: writing a directory (may_open). */
  OPEN_DIRECTORY_READ_ONLY("open-directory-read-only", EISDIR, true),
  /** man 2 open: writing an immutable file, as those of nsfs are (inode_permission). */
  OPEN_NOT_IMMUTABLE("open-not-immutable", EPERM, false),
  /** man 2 open: the file's permission (may_open, inode_permission). */
  OPEN_PERMISSION("open-permission", EACCES, false),
  /** man 2 open: O_NOATIME by somebody who does not own the file (may_open). */
  NOATIME_NEEDS_OWNER("noatime-needs-owner", EPERM, false),
  /** man 2 open: the name of a socket (no_open). */
  OPEN_NOT_SOCKET("open-not-socket", ENXIO, true),
  /** A named pipe is opened for reading or for writing (fifo_open). */
  FIFO_ACCESS_MODE("fifo-access-mode", EINVAL, true),
  /** man 2 open: O_NONBLOCK and O_WRONLY on a named pipe that nobody reads (fifo_open). */
  FIFO_HAS_READER("fifo-has-reader", ENXIO, true),
  /**
   * Nobody writes to an immutable directory: that of a task in procfs (vfs_tmpfile,
   * inode_permission).
   */
  TMPFILE_MUTABLE("tmpfile-mutable", EPERM, false),
  /** An unnamed file needs write permission in the directory (vfs_tmpfile). */
  TMPFILE_PERMISSION("tmpfile-permission", EACCES, false),
  /** man 2 open: the file system knows no unnamed files (vfs_tmpfile). */
  TMPFILE_SUPPORTED("tmpfile-supported", Errno.EOPNOTSUPP, true);

  private final Plate plate;

  OpenGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
