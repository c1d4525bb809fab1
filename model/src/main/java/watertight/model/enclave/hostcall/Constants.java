package watertight.model.enclave.hostcall;

/** Flags and commands, as the headers of Linux number them. */
public final class Constants {
  public static final long MAP_FIXED = 0x10;
  public static final long MREMAP_MAYMOVE = 1;
  public static final long MSG_TRUNC = 0x20;
  public static final long SEEK_SET = 0;
  public static final long F_DUPFD = 0;
  public static final long F_SETFD = 2;
  public static final long CLOCK_REALTIME = 0;
  public static final long CLOCK_MONOTONIC = 1;
  public static final long FUTEX_WAIT = 0;
  public static final long FUTEX_WAKE = 1;
  public static final long WNOHANG = 1;
  public static final long WUNTRACED = 2;
  public static final long WCONTINUED = 8;
  public static final long NANOSECONDS = 1_000_000_000;

  /** poll reports POLLERR, POLLHUP and POLLNVAL unasked. */
  public static final long POLL_UNASKED = 0x38;

  /** The size of struct sockaddr_storage: no address is longer. */
  public static final long SOCKADDR_STORAGE = 128;

  private Constants() {}
}
