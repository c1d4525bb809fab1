package watertight.model.linux.mount;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.linux.namespace.MountNamespace;

/** The mount at the bottom of a mount namespace, which all others stand on (mnt_ns-&gt;root). */
public record MountNamespaceCell(MountNamespace owner) implements Cell<RootMountCell.RootMount> {
  @Override
  public MountNamespaceCell ownedBy(Ref owner) {
    return new MountNamespaceCell((MountNamespace) owner);
  }
}
