package watertight.model.linux.path;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.View;

/** Where a dentry stands. */
public record DentryCell(TreeDentry owner) implements Cell<DentryState> {
  @Override
  public DentryCell ownedBy(Ref owner) {
    return new DentryCell((TreeDentry) owner);
  }

  /** The directory that a dentry is in. */
  public record Parent() implements View<DentryState, TreeDentry> {
    @Override
    public TreeDentry of(DentryState dentry) {
      return dentry.parent();
    }
  }

  /** What a dentry names. */
  public record Names() implements View<DentryState, Inode> {
    @Override
    public Inode of(DentryState dentry) {
      return dentry.inode();
    }
  }

  /** Whether the name still leads to the dentry. */
  public record Hashed() implements View<DentryState, Boolean> {
    @Override
    public Boolean of(DentryState dentry) {
      return dentry.hashed();
    }
  }
}
