package watertight.model.linux.path;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Renaming;

/** A place in a file tree, as the dentry cache knows it: stored, or made up by the kernel. */
public sealed interface Dentry permits TreeDentry, ProcDentry, SocketDentry, NsDentry {
  /** Visits the reference that this is, if it is one. */
  default void eachRef(Consumer<Ref> visitor) {
    switch (this) {
      case TreeDentry tree -> visitor.accept(tree);
      case SocketDentry of -> visitor.accept(of.socket());
      case NsDentry of -> {
        if (of.namespace().isRenumbered()) {
          visitor.accept(of.namespace());
        }
      }
      case ProcDentry made -> {}
    }
  }

  /** This dentry after a renaming. */
  default Dentry renamed(Renaming renaming) {
    return switch (this) {
      case TreeDentry tree -> renaming.of(tree);
      case SocketDentry of -> new SocketDentry(renaming.of(of.socket()));
      case NsDentry of ->
          of.namespace().isRenumbered() ? new NsDentry(renaming.of(of.namespace())) : of;
      case ProcDentry made -> made;
    };
  }

  /** Whether no directory leads to it, but the kernel's own links alone (sockfs, nsfs). */
  default boolean isNameless() {
    return this instanceof SocketDentry || this instanceof NsDentry;
  }
}
