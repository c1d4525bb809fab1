package watertight.model.linux.path;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Update;
import watertight.model.View;

/** The entries of a directory; empty for what is none. */
public record ChildrenCell(TreeDentry owner) implements Cell<Children> {
  @Override
  public Children absent() {
    return Children.NONE;
  }

  @Override
  public ChildrenCell ownedBy(Ref owner) {
    return new ChildrenCell((TreeDentry) owner);
  }

  /** The dentry behind a name, or null. */
  public record Named(String name) implements View<Children, TreeDentry> {
    @Override
    public TreeDentry of(Children children) {
      return children.byName().get(name);
    }
  }

  /** Whether there is no entry. */
  public record IsEmpty() implements View<Children, Boolean> {
    @Override
    public Boolean of(Children children) {
      return children.byName().isEmpty();
    }
  }

  /** Puts an entry. */
  public record Put(String name, TreeDentry dentry) implements Update<Children> {
    @Override
    public Children apply(Children children) {
      return children.with(name, dentry);
    }
  }

  /** Drops an entry. */
  public record Drop(String name) implements Update<Children> {
    @Override
    public Children apply(Children children) {
      return children.without(name);
    }
  }
}
