package watertight.model.linux.mount;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Update;
import watertight.model.View;
import watertight.model.linux.path.Dentry;

/** The mounts on the dentries of one mount. */
public record CoversCell(Mount owner) implements Cell<Covers> {
  @Override
  public Covers absent() {
    return Covers.NONE;
  }

  @Override
  public CoversCell ownedBy(Ref owner) {
    return new CoversCell((Mount) owner);
  }

  /** The mount on a dentry, or null. */
  public record On(Dentry dentry) implements View<Covers, Mount> {
    @Override
    public Mount of(Covers covers) {
      return covers.byDentry().get(dentry);
    }
  }

  /** Whether nothing is mounted on this mount. */
  public record IsEmpty() implements View<Covers, Boolean> {
    @Override
    public Boolean of(Covers covers) {
      return covers.byDentry().isEmpty();
    }
  }

  /** Puts a mount on a dentry. */
  public record Put(Dentry dentry, Mount mount) implements Update<Covers> {
    @Override
    public Covers apply(Covers covers) {
      return covers.with(dentry, mount);
    }
  }

  /** Takes the mount off a dentry. */
  public record Drop(Dentry dentry) implements Update<Covers> {
    @Override
    public Covers apply(Covers covers) {
      return covers.without(dentry);
    }
  }
}
