package watertight.model.linux.mount;

import static watertight.model.linux.path.PathChoices.LOOKUP_ENTERS_MOUNTS;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;

/** The mount tree; fs/namespace.c. */
public final class Mounts {
  private Mounts() {}

  /** The dentry at the top of a mount. */
  public static Dentry root(Cells cells, Mount mount) {
    return cells.view(new MountCell(mount), new MountCell.Root());
  }

  /** Where a mount is mounted, or null at the root of a mount tree. */
  public static Path mountpoint(Cells cells, Mount mount) {
    return cells.view(new MountCell(mount), new MountCell.MountedOn());
  }

  /** The root of the mount namespace, below whatever may be mounted on it. */
  public static Path namespaceRoot(Cells cells) {
    Mount mount = cells.get(new RootMountCell()).mount();
    return new Path(mount, root(cells, mount));
  }

  /** The mount that covers a place, or null. */
  public static Mount on(Cells cells, Path path) {
    return cells.view(new CoversCell(path.mount()), new CoversCell.On(path.dentry()));
  }

  /** What is seen at a place: the root of the last mount of the stack there (traverse_mounts). */
  public static Path top(Caller c, Path path) {
    Path top = path;
    Mount mount = c.has(LOOKUP_ENTERS_MOUNTS) ? on(c.cells(), top) : null;
    while (mount != null) {
      top = new Path(mount, root(c.cells(), mount));
      mount = on(c.cells(), top);
    }
    return top;
  }

  /** Whether {@code path} is the root of its mount (path_mounted). */
  public static boolean isRoot(Cells cells, Path path) {
    return path.dentry().equals(root(cells, path.mount()));
  }

  /** The mounts of the world's own namespace, parents first. */
  public static List<Mount> all(Cells cells) {
    return from(cells, cells.get(new RootMountCell()).mount());
  }

  /** The mounts of a namespace, parents first (mnt_ns-&gt;mounts). */
  public static List<Mount> all(Cells cells, MountNamespace namespace) {
    Mount base = cells.get(new MountNamespaceCell(namespace)).mount();
    if (isAttached(cells, base)) {
      return from(cells, base);
    }
    List<Mount> all = new ArrayList<>();
    cells.get(new CoversCell(base)).mounts().forEach(mount -> all.addAll(from(cells, mount)));
    return all;
  }

  /** The mounts of every namespace, the world's own first. */
  public static List<Mount> everywhere(Cells cells) {
    List<Mount> all = all(cells);
    for (MountNamespace other : cells.get(new CopiedNamespacesCell()).list()) {
      all.addAll(all(cells, other));
    }
    return all;
  }

  private static List<Mount> from(Cells cells, Mount root) {
    List<Mount> all = new ArrayList<>(isAttached(cells, root) ? List.of(root) : List.of());
    for (int i = 0; i < all.size(); i++) {
      all.addAll(cells.get(new CoversCell(all.get(i))).mounts());
    }
    return all;
  }

  /** Whether something is mounted on a dentry in the caller's namespace (is_local_mountpoint). */
  public static boolean isMountpoint(Caller c, Dentry dentry) {
    return dentry != null
        && all(c.cells(), MountNamespaces.of(c.cells(), c.task())).stream()
            .anyMatch(mount -> on(c.cells(), new Path(mount, dentry)) != null);
  }

  /** Whether links are not followed on a mount. */
  public static boolean nosymfollow(Cells cells, Mount mount) {
    return cells.view(new MountCell(mount), new MountCell.Nosymfollow());
  }

  /** Whether a mount is in the caller's mount namespace (check_mnt). */
  public static boolean isOurs(Caller c, Mount mount) {
    MountNamespace own = MountNamespaces.of(c.cells(), c.task());
    return c.cells().view(new MountCell(mount), new MountCell.In(own));
  }

  /** Whether a mount is in some mount namespace. */
  public static boolean isAttached(Cells cells, Mount mount) {
    return cells.view(new MountCell(mount), new MountCell.Attached());
  }

  /**
   * Whether {@code dentry} is still below the root of {@code mount}; a mount of a whole file system
   * connects everything (path_connected).
   */
  public static boolean connects(Cells cells, Mount mount, Dentry dentry) {
    Dentry root = root(cells, mount);
    return Tree.parent(cells, root).equals(root) || Tree.isBelow(cells, dentry, root);
  }

  /** Whether {@code path} is {@code root} or below it, over mounts too (path_is_under). */
  public static boolean isUnder(Cells cells, Path path, Path root) {
    Path at = path;
    while (!at.mount().equals(root.mount())) {
      at = mountpoint(cells, at.mount());
      if (at == null) {
        return false;
      }
    }
    return Tree.isBelow(cells, at.dentry(), root.dentry());
  }
}
