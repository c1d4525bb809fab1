package watertight.model.linux.path;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Renaming;

/** A place in a file tree, as the dentry cache knows it: stored, or made up by procfs. */
public sealed interface Dentry permits TreeDentry, ProcDentry {
  /** Visits the reference that this is, if it is one. */
  default void eachRef(Consumer<Ref> visitor) {
    if (this instanceof TreeDentry tree) {
      visitor.accept(tree);
    }
  }

  /** This dentry after a renaming. */
  default Dentry renamed(Renaming renaming) {
    return this instanceof TreeDentry tree ? renaming.of(tree) : this;
  }
}
