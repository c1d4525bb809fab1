package watertight.model.linux;

/** The flags of clone, unshare and setns; man 2 clone, include/uapi/linux/sched.h. */
public final class CloneFlags {
  public static final long CLONE_NEWTIME = 0x80;
  public static final long CLONE_VM = 0x100;
  public static final long CLONE_FS = 0x200;
  public static final long CLONE_FILES = 0x400;
  public static final long CLONE_SIGHAND = 0x800;
  public static final long CLONE_PARENT = 0x8000;
  public static final long CLONE_THREAD = 0x10000;
  public static final long CLONE_NEWNS = 0x20000;
  public static final long CLONE_SYSVSEM = 0x40000;
  public static final long CLONE_NEWCGROUP = 0x02000000;
  public static final long CLONE_NEWUTS = 0x04000000;
  public static final long CLONE_NEWIPC = 0x08000000;
  public static final long CLONE_NEWUSER = 0x10000000;
  public static final long CLONE_NEWPID = 0x20000000;
  public static final long CLONE_NEWNET = 0x40000000;

  /** Every namespace but the user namespace. */
  public static final long NAMESPACES =
      CLONE_NEWTIME
          | CLONE_NEWNS
          | CLONE_NEWCGROUP
          | CLONE_NEWUTS
          | CLONE_NEWIPC
          | CLONE_NEWPID
          | CLONE_NEWNET;

  /** Every flag that unshare knows (check_unshare_flags). */
  public static final long UNSHARE_VALID =
      NAMESPACES
          | CLONE_NEWUSER
          | CLONE_VM
          | CLONE_FS
          | CLONE_FILES
          | CLONE_SIGHAND
          | CLONE_THREAD
          | CLONE_SYSVSEM;

  /** The exit signal, in the low byte. */
  public static final long SIGCHLD = 17;

  /** Where clone has the exit signal (CSIGNAL). */
  public static final long EXIT_SIGNAL = 0xff;

  private CloneFlags() {}
}
