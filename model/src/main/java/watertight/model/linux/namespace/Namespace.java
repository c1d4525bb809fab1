package watertight.model.linux.namespace;

import watertight.model.Ref;

/** A namespace (struct ns_common). */
public sealed interface Namespace extends Ref permits Uts, MountNamespace, PidNamespace {
  /** Whether its number means nothing, so that symmetry may give it another. */
  default boolean isRenumbered() {
    return true;
  }

  /** What it is a namespace of. */
  default NamespaceType type() {
    return switch (this) {
      case Uts uts -> NamespaceType.UTS;
      case MountNamespace mnt -> NamespaceType.MNT;
      case PidNamespace pid -> NamespaceType.PID;
    };
  }

  /**
   * What its links in procfs say (ns_get_name). The kernel's number is another one; which name is
   * which namespace is all that can be compared.
   */
  default String text() {
    return type().text() + ":[" + (FIRST_INODE + id()) + "]";
  }

  /**
   * Where the model begins to number the inodes of nsfs, which have ten digits (proc_alloc_inum).
   */
  long FIRST_INODE = 4026532000L;
}
