package watertight.model.linux.path;

import watertight.model.Cells;
import watertight.model.linux.mount.Mounts;

/**
 * The name of an object as seen from a root; fs/d_path.c: prepend_path.
 *
 * @param text the path
 * @param reach whether the root was met
 */
public record PathText(String text, Reach reach) {
  /** How the climb ended. */
  public enum Reach {
    /** At the root. */
    BELOW_ROOT,
    /** At the top of the mount tree, past the root. */
    OUTSIDE,
    /** At the top of the file system: the object is not below its mount any more. */
    ESCAPED
  }

  /** The name of {@code path} as seen from {@code root}. */
  public static PathText of(Cells cells, Path path, Path root) {
    StringBuilder text = new StringBuilder();
    Path at = path;
    while (!at.equals(root)) {
      Dentry parent = Tree.parent(cells, at.dentry());
      if (at.dentry().equals(Mounts.root(cells, at.mount()))) {
        Path mountpoint = Mounts.mountpoint(cells, at.mount());
        if (mountpoint == null) {
          return new PathText(orSlash(text), Reach.OUTSIDE);
        }
        at = mountpoint;
      } else if (parent.equals(at.dentry())) {
        return new PathText("/", Reach.ESCAPED);
      } else {
        text.insert(0, "/" + Tree.name(cells, at.dentry()));
        at = new Path(at.mount(), parent);
      }
    }
    return new PathText(orSlash(text), Reach.BELOW_ROOT);
  }

  private static String orSlash(StringBuilder text) {
    return text.isEmpty() ? "/" : text.toString();
  }

  /** Whether the kernel makes the object's name up; not where it is mounted (d_dname). */
  public static boolean isNameless(Cells cells, Path path) {
    return path.dentry().isNameless() && !Mounts.isRoot(cells, path);
  }

  /** The name of {@code path} as a link of procfs shows it (d_path). */
  public static String shown(Cells cells, Path path, Path root) {
    if (isNameless(cells, path)) {
      return Tree.name(cells, path.dentry());
    }
    String text = of(cells, path, root).text();
    return Tree.isHashed(cells, path.dentry()) ? text : text + " (deleted)";
  }
}
