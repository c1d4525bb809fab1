package watertight.model.linux.claim;

import java.util.Arrays;
import watertight.model.Cells;
import watertight.model.linux.mount.CoversCell;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.mount.RootMountCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;

/** Where objects lie, told from the tree and the mounts alone, whatever the rules of a walk. */
public final class Geometry {
  private Geometry() {}

  /**
   * Whether {@code path} is {@code root} or below it: the way up, parent by parent and over every
   * mount's root to its mountpoint, meets {@code root}. A dentry that was moved out of its mount is
   * below nothing.
   */
  public static boolean isBelow(Cells cells, Path path, Path root) {
    for (Path at = path; at != null; at = above(cells, at)) {
      if (at.equals(root)) {
        return true;
      }
    }
    return false;
  }

  /** The place above, or null at the top of the mount tree and outside of the mount. */
  public static Path above(Cells cells, Path path) {
    if (path.dentry().equals(cells.view(new MountCell(path.mount()), new MountCell.Root()))) {
      return cells.view(new MountCell(path.mount()), new MountCell.MountedOn());
    }
    Dentry parent = Tree.parent(cells, path.dentry());
    return parent.equals(path.dentry()) ? null : new Path(path.mount(), parent);
  }

  /** The object that a plain absolute name leads to from the world's own root, or null. */
  public static Path find(Cells cells, String name) {
    Mount mount = cells.get(new RootMountCell()).mount();
    Dentry root = cells.view(new MountCell(mount), new MountCell.Root());
    return descend(cells, visible(cells, new Path(mount, root)), name);
  }

  /** The object that plain names lead to from {@code from}, links not followed, or null. */
  public static Path descend(Cells cells, Path from, String names) {
    Path at = from;
    for (String name : Arrays.asList(names.split("/"))) {
      if (name.isEmpty()) {
        continue;
      }
      Dentry child = Tree.child(cells, at.dentry(), name);
      if (child == null) {
        return null;
      }
      at = visible(cells, new Path(at.mount(), child));
    }
    return at;
  }

  private static Path visible(Cells cells, Path path) {
    Path at = path;
    Mount on = cells.view(new CoversCell(at.mount()), new CoversCell.On(at.dentry()));
    while (on != null) {
      at = new Path(on, cells.view(new MountCell(on), new MountCell.Root()));
      on = cells.view(new CoversCell(on), new CoversCell.On(at.dentry()));
    }
    return at;
  }
}
