package watertight.model.linux.path;

import watertight.model.Cell;
import watertight.model.Ref;

/** What an inode holds. */
public record InodeCell(Inode owner) implements Cell<InodeState> {
  @Override
  public InodeCell ownedBy(Ref owner) {
    return new InodeCell((Inode) owner);
  }
}
