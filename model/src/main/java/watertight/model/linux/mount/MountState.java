package watertight.model.linux.mount;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.path.Dentry;

/**
 * A mount (struct mount).
 *
 * @param root the dentry that is seen at its top
 * @param parent the mount that it is mounted on, or null for the root of a mount tree
 * @param mountpoint the dentry that it covers in the parent, or null with it
 * @param attached whether it is in the mount namespace; not after a lazy unmount
 * @param nosymfollow whether links are not followed on it (MNT_NOSYMFOLLOW)
 * @param expiring whether umount2 with MNT_EXPIRE has marked it
 */
public record MountState(
    Dentry root,
    Mount parent,
    Dentry mountpoint,
    boolean attached,
    boolean nosymfollow,
    boolean expiring)
    implements Referring<MountState> {
  @Override
  public void eachRef(Consumer<Ref> visitor) {
    root.eachRef(visitor);
    if (parent != null) {
      visitor.accept(parent);
      mountpoint.eachRef(visitor);
    }
  }

  @Override
  public MountState renamed(Renaming renaming) {
    return new MountState(
        root.renamed(renaming),
        renaming.of(parent),
        mountpoint == null ? null : mountpoint.renamed(renaming),
        attached,
        nosymfollow,
        expiring);
  }

  /** This mount when it is cut off from its parent and the namespace. */
  public MountState detached() {
    return new MountState(root, null, null, false, nosymfollow, expiring);
  }

  /** This mount, still below its parent, out of the namespace. */
  public MountState outOfNamespace() {
    return new MountState(root, parent, mountpoint, false, nosymfollow, expiring);
  }

  /** This mount with links followed or not. */
  public MountState withNosymfollow(boolean nosymfollow) {
    return new MountState(root, parent, mountpoint, attached, nosymfollow, expiring);
  }

  /** This mount with or without the mark of MNT_EXPIRE. */
  public MountState withExpiring(boolean expiring) {
    return new MountState(root, parent, mountpoint, attached, nosymfollow, expiring);
  }
}
