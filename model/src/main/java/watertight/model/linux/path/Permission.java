package watertight.model.linux.path;

import static watertight.model.linux.credential.Capability.CAP_DAC_OVERRIDE;
import static watertight.model.linux.credential.Capability.CAP_DAC_READ_SEARCH;
import static watertight.model.linux.credential.Capability.CAP_FOWNER;

import watertight.model.linux.Caller;
import watertight.model.linux.credential.Cred;

/** Permission to use an inode; man 7 path_resolution, fs/namei.c: generic_permission. */
public final class Permission {
  /** Permission to read a file or list a directory. */
  public static final int READ = 4;

  /** Permission to write a file or change a directory. */
  public static final int WRITE = 2;

  /** Permission to execute a file or search a directory. */
  public static final int EXEC = 1;

  private Permission() {}

  /** Whether the caller may do all of {@code mask} with what {@code dentry} names. */
  public static boolean granted(Caller caller, Dentry dentry, int mask) {
    InodeState inode = Tree.inode(caller.cells(), dentry);
    return granted(caller.cred(), inode, mask) || isOwnFdDirectory(caller, dentry);
  }

  private static boolean granted(Cred cred, InodeState inode, int mask) {
    return (bits(cred, inode) & mask) == mask || overridden(cred, inode, mask);
  }

  private static int bits(Cred cred, InodeState inode) {
    if (cred.fsuid() == inode.uid()) {
      return inode.mode() >> 6 & 7;
    }
    return cred.inGroup(inode.gid()) ? inode.mode() >> 3 & 7 : inode.mode() & 7;
  }

  private static boolean overridden(Cred cred, InodeState inode, int mask) {
    if (inode.isDirectory()) {
      boolean readOnly = (mask & WRITE) == 0;
      return readOnly && cred.can(CAP_DAC_READ_SEARCH) || cred.can(CAP_DAC_OVERRIDE);
    }
    if (mask == READ && cred.can(CAP_DAC_READ_SEARCH)) {
      return true;
    }
    boolean executable = (inode.mode() & 0111) != 0;
    return ((mask & EXEC) == 0 || executable) && cred.can(CAP_DAC_OVERRIDE);
  }

  /** A task may always use its own /proc/PID/fd (proc_fd_permission). */
  private static boolean isOwnFdDirectory(Caller caller, Dentry dentry) {
    return dentry instanceof ProcDentry.ProcFdDir fds && fds.task().equals(caller.task());
  }

  /** Whether a sticky directory keeps the caller from removing a name (check_sticky). */
  public static boolean stickyKeeps(Caller caller, InodeState directory, InodeState victim) {
    Cred cred = caller.cred();
    return (directory.mode() & InodeState.S_ISVTX) != 0
        && cred.fsuid() != victim.uid()
        && cred.fsuid() != directory.uid()
        && !cred.can(CAP_FOWNER);
  }

  /** Whether the caller owns the inode or may act as if (inode_owner_or_capable). */
  public static boolean ownerOrCapable(Caller caller, InodeState inode) {
    return caller.cred().fsuid() == inode.uid() || caller.can(CAP_FOWNER);
  }
}
