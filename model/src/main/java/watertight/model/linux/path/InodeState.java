package watertight.model.linux.path;

/**
 * What an inode holds.
 *
 * @param body its type and content
 * @param mode permission, set-id and sticky bits, 0 to 07777
 * @param uid the owner
 * @param gid the owning group
 */
public record InodeState(Body body, int mode, int uid, int gid) {
  /** The set-user-ID bit. */
  public static final int S_ISUID = 04000;

  /** The set-group-ID bit. */
  public static final int S_ISGID = 02000;

  /** The sticky bit. */
  public static final int S_ISVTX = 01000;

  /** Whether names can be looked up in it (d_can_lookup). */
  public boolean isDirectory() {
    return body instanceof Body.Directory;
  }

  /** Whether it is a directory that was removed. */
  public boolean isDead() {
    return body instanceof Body.Directory directory && directory.dead();
  }

  /** This inode with another body. */
  public InodeState withBody(Body body) {
    return new InodeState(body, mode, uid, gid);
  }

  /** This inode with another owner, as chown leaves it: a program loses its set-id bits. */
  public InodeState ownedBy(int uid, int gid) {
    boolean groupProgram = (mode & 0010) != 0;
    int lost = isDirectory() ? 0 : groupProgram ? S_ISUID | S_ISGID : S_ISUID;
    return new InodeState(body, mode & ~lost, uid, gid);
  }
}
