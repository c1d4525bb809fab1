package watertight.model.linux.task;

import static watertight.model.linux.Errno.EACCES;
import static watertight.model.linux.Errno.EBADF;
import static watertight.model.linux.Errno.ENOENT;
import static watertight.model.linux.Errno.ENOTDIR;
import static watertight.model.linux.Errno.EPERM;
import static watertight.model.linux.Errno.ERANGE;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of chdir, fchdir, chroot and getcwd beside those of the walk; fs/open.c. */
public enum FsGates implements LinuxGate {
  /** man 2 chdir: the directory must allow search. */
  CHDIR_PERMISSION("chdir-permission", EACCES, false),
  /** man 2 fchdir: the descriptor is open. */
  FCHDIR_OPEN("fchdir-open", EBADF, true),
  /** man 2 fchdir: it refers to a directory. */
  FCHDIR_DIRECTORY("fchdir-directory", ENOTDIR, true),
  /** man 2 fchdir: the directory must allow search. */
  FCHDIR_PERMISSION("fchdir-permission", EACCES, false),
  /** man 2 chroot: the directory must allow search; checked before the capability. */
  CHROOT_PERMISSION("chroot-permission", EACCES, false),
  /** man 2 chroot: the caller needs CAP_SYS_CHROOT in its user namespace. */
  CHROOT_NEEDS_CAPABILITY("chroot-needs-capability", EPERM, false),
  /** man 2 getcwd: the working directory was removed. */
  GETCWD_NOT_REMOVED("getcwd-not-removed", ENOENT, true),
  /** man 2 getcwd: the buffer holds the path with its terminator. */
  GETCWD_SIZE("getcwd-size", ERANGE, true);

  private final Plate plate;

  FsGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
