package watertight.model.linux.path;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/**
 * Where a dentry stands.
 *
 * @param parent the directory that it is in; itself for the root of a file system
 * @param name its name there; empty for the root of a file system
 * @param inode what it names
 * @param hashed whether the name still leads to it; not after it was removed (d_unlinked)
 */
public record DentryState(TreeDentry parent, String name, Inode inode, boolean hashed)
    implements Referring<DentryState> {
  @Override
  public void eachRef(Consumer<Ref> visitor) {
    visitor.accept(parent);
    visitor.accept(inode);
  }

  @Override
  public DentryState renamed(Renaming renaming) {
    return new DentryState(renaming.of(parent), name, renaming.of(inode), hashed);
  }

  /** This dentry under another name. */
  public DentryState movedTo(TreeDentry parent, String name) {
    return new DentryState(parent, name, inode, hashed);
  }

  /** This dentry when its name is gone. */
  public DentryState unhashed() {
    return new DentryState(parent, name, inode, false);
  }
}
