package watertight.model.linux.mount;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;

/**
 * A mount (struct mount).
 *
 * @param root the dentry that is seen at its top
 * @param parent the mount that it is mounted on, or null for the root of a mount tree
 * @param mountpoint the dentry that it covers in the parent, or null with it
 * @param namespace the mount namespace that it is in; null outside, as after a lazy unmount
 * @param nosymfollow whether links are not followed on it (MNT_NOSYMFOLLOW)
 * @param expiring whether umount2 with MNT_EXPIRE has marked it
 */
public record MountState(
    Dentry root,
    Mount parent,
    Dentry mountpoint,
    MountNamespace namespace,
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
    if (namespace != null) {
      visitor.accept(namespace);
    }
  }

  @Override
  public MountState renamed(Renaming renaming) {
    return new MountState(
        root.renamed(renaming),
        renaming.of(parent),
        mountpoint == null ? null : mountpoint.renamed(renaming),
        renaming.of(namespace),
        nosymfollow,
        expiring);
  }

  /** This mount when it is cut off from its parent and the namespace. */
  public MountState detached() {
    return new MountState(root, null, null, null, nosymfollow, expiring);
  }

  /** A copy of this mount in another namespace, mounted at a place, or at none. */
  MountState copiedTo(Path at, MountNamespace other) {
    return new MountState(
        root,
        at == null ? null : at.mount(),
        at == null ? null : at.dentry(),
        other,
        nosymfollow,
        false);
  }

  /** Whether it is in a mount namespace. */
  public boolean attached() {
    return namespace != null;
  }

  /** This mount with links followed or not. */
  public MountState withNosymfollow(boolean nosymfollow) {
    return new MountState(root, parent, mountpoint, namespace, nosymfollow, expiring);
  }

  /** This mount with or without the mark of MNT_EXPIRE. */
  public MountState withExpiring(boolean expiring) {
    return new MountState(root, parent, mountpoint, namespace, nosymfollow, expiring);
  }
}
