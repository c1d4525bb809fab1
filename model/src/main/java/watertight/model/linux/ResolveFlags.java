package watertight.model.linux;

/** The RESOLVE_ flags of openat2; man 2 openat2, include/uapi/linux/openat2.h. */
public final class ResolveFlags {
  public static final long RESOLVE_NO_XDEV = 0x01;
  public static final long RESOLVE_NO_MAGICLINKS = 0x02;
  public static final long RESOLVE_NO_SYMLINKS = 0x04;
  public static final long RESOLVE_BENEATH = 0x08;
  public static final long RESOLVE_IN_ROOT = 0x10;
  public static final long RESOLVE_CACHED = 0x20;

  /** Every flag that openat2 knows (VALID_RESOLVE_FLAGS). */
  public static final long VALID = 0x3f;

  private ResolveFlags() {}
}
