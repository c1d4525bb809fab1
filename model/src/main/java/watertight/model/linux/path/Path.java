package watertight.model.linux.path;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.mount.Mount;

/**
 * Where a walk can stand: a dentry, seen through a mount (struct path).
 *
 * @param mount the mount
 * @param dentry the dentry
 */
public record Path(Mount mount, Dentry dentry) implements Referring<Path> {
  @Override
  public void eachRef(Consumer<Ref> visitor) {
    visitor.accept(mount);
    dentry.eachRef(visitor);
  }

  @Override
  public Path renamed(Renaming renaming) {
    return new Path(renaming.of(mount), dentry.renamed(renaming));
  }
}
