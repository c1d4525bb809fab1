package watertight.model.linux;

/** The flags of open, x86-64; man 2 open, include/uapi/asm-generic/fcntl.h. */
public final class OpenFlags {
  public static final long O_RDONLY = 0;
  public static final long O_WRONLY = 01;
  public static final long O_RDWR = 02;
  public static final long O_ACCMODE = 03;
  public static final long O_CREAT = 0100;
  public static final long O_EXCL = 0200;
  public static final long O_NOCTTY = 0400;
  public static final long O_TRUNC = 01000;
  public static final long O_APPEND = 02000;
  public static final long O_NONBLOCK = 04000;
  public static final long O_DSYNC = 010000;
  public static final long FASYNC = 020000;
  public static final long O_DIRECT = 040000;
  public static final long O_LARGEFILE = 0100000;
  public static final long O_DIRECTORY = 0200000;
  public static final long O_NOFOLLOW = 0400000;
  public static final long O_NOATIME = 01000000;
  public static final long O_CLOEXEC = 02000000;
  public static final long O_SYNC = 04010000;
  public static final long O_PATH = 010000000;
  public static final long TMPFILE_BIT = 020000000;
  public static final long O_TMPFILE = TMPFILE_BIT | O_DIRECTORY;

  /** Every flag that open knows (VALID_OPEN_FLAGS). */
  public static final long VALID =
      O_ACCMODE
          | O_CREAT
          | O_EXCL
          | O_NOCTTY
          | O_TRUNC
          | O_APPEND
          | O_NONBLOCK
          | O_SYNC
          | FASYNC
          | O_DIRECT
          | O_LARGEFILE
          | O_DIRECTORY
          | O_NOFOLLOW
          | O_NOATIME
          | O_CLOEXEC
          | O_PATH
          | TMPFILE_BIT;

  /** The flags that may stand beside O_PATH (O_PATH_FLAGS). */
  public static final long BESIDE_PATH = O_DIRECTORY | O_NOFOLLOW | O_PATH | O_CLOEXEC;

  private OpenFlags() {}
}
