package watertight.model.linux.task;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.path.Path;

/**
 * What an fs_struct holds.
 *
 * @param root where absolute paths start and {@code ..} stops
 * @param cwd where relative paths start
 * @param umask the permission bits that new files do not get
 */
public record FsState(Path root, Path cwd, int umask) implements Referring<FsState> {
  @Override
  public void eachRef(Consumer<Ref> visitor) {
    root.eachRef(visitor);
    cwd.eachRef(visitor);
  }

  @Override
  public FsState renamed(Renaming renaming) {
    return new FsState(root.renamed(renaming), cwd.renamed(renaming), umask);
  }
}
