package watertight.model.linux;

/** The flags of mount and umount2; include/uapi/linux/mount.h, include/linux/fs.h. */
public final class MountFlags {
  public static final long MS_REMOUNT = 32;
  public static final long MS_NOSYMFOLLOW = 256;
  public static final long MS_BIND = 4096;
  public static final long MS_REC = 16384;

  public static final long MNT_FORCE = 1;
  public static final long MNT_DETACH = 2;
  public static final long MNT_EXPIRE = 4;
  public static final long UMOUNT_NOFOLLOW = 8;

  /** Every flag that umount2 knows. */
  public static final long UMOUNT_VALID = 15;

  private MountFlags() {}
}
