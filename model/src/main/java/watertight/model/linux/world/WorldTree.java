package watertight.model.linux.world;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import watertight.model.Cells;
import watertight.model.linux.Fresh;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.DentryState;
import watertight.model.linux.path.Inode;
import watertight.model.linux.path.InodeCell;
import watertight.model.linux.path.InodeState;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;

/** The tree of a world while it is built: plain names from the world's own root, over mounts. */
final class WorldTree {
  /** A line asks for what cannot be. */
  static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impossible(String message) {
      super(message);
    }
  }

  private final Cells cells;

  WorldTree(Cells cells) {
    this.cells = cells;
  }

  InodeState inode(Path path) {
    return Tree.inode(cells, path.dentry());
  }

  Path find(String path) {
    Path at = root();
    for (String name : names(path)) {
      Dentry child = Tree.child(cells, at.dentry(), name);
      if (child == null) {
        throw new Impossible("there is no " + path + " in the world");
      }
      at = top(new Path(at.mount(), child));
    }
    return at;
  }

  Path makeDirectories(String path) {
    Path at = root();
    for (String name : names(path)) {
      requireDirectory(at, path);
      Dentry child = Tree.child(cells, at.dentry(), name);
      if (child == null) {
        child = make(stored(at, path), name, new InodeState(new Body.Directory(false), 0755, 0, 0));
      }
      at = top(new Path(at.mount(), child));
    }
    requireDirectory(at, path);
    return at;
  }

  void make(String path, InodeState inode) {
    String name = lastName(path);
    Path parent = makeDirectories(parentOf(path));
    if (Tree.child(cells, parent.dentry(), name) != null) {
      throw new Impossible(path + " is already in the world");
    }
    make(stored(parent, path), name, inode);
  }

  Path findOrMakeFile(String path) {
    Path parent = makeDirectories(parentOf(path));
    if (Tree.child(cells, parent.dentry(), lastName(path)) == null) {
      make(path, new InodeState(new Body.Regular(""), 0644, 0, 0));
    }
    return find(path);
  }

  void link(String path, String existing) {
    Path old = find(existing);
    if (inode(old).isDirectory()) {
      throw new Impossible(existing + " is a directory, which has no second name");
    }
    String name = lastName(path);
    Path parent = makeDirectories(parentOf(path));
    if (Tree.child(cells, parent.dentry(), name) != null) {
      throw new Impossible(path + " is already in the world");
    }
    enter(stored(parent, path), name, Tree.inodeOf(cells, stored(old, existing)));
  }

  void change(String path, UnaryOperator<InodeState> change) {
    InodeCell cell = new InodeCell(Tree.inodeOf(cells, stored(find(path), path)));
    cells.set(cell, change.apply(cells.get(cell)));
  }

  TreeDentry make(TreeDentry directory, String name, InodeState state) {
    Inode inode = new Inode(Fresh.id(cells, id -> new InodeCell(new Inode(id))));
    cells.set(new InodeCell(inode), state);
    return enter(directory, name, inode);
  }

  private TreeDentry enter(TreeDentry directory, String name, Inode inode) {
    TreeDentry dentry = new TreeDentry(Fresh.id(cells, id -> new DentryCell(new TreeDentry(id))));
    cells.set(new DentryCell(dentry), new DentryState(directory, name, inode, true));
    cells.update(new ChildrenCell(directory), new ChildrenCell.Put(name, dentry));
    return dentry;
  }

  private Path root() {
    return top(Mounts.namespaceRoot(cells));
  }

  private Path top(Path path) {
    Path top = path;
    for (Mount on = Mounts.on(cells, top); on != null; on = Mounts.on(cells, top)) {
      top = new Path(on, Mounts.root(cells, on));
    }
    return top;
  }

  private void requireDirectory(Path at, String path) {
    if (!inode(at).isDirectory()) {
      throw new Impossible("what should be a directory of " + path + " is none");
    }
  }

  private static TreeDentry stored(Path at, String path) {
    if (at.dentry() instanceof TreeDentry stored) {
      return stored;
    }
    throw new Impossible(path + " would be in procfs");
  }

  private static List<String> names(String path) {
    return Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
  }

  private static String lastName(String path) {
    List<String> names = names(path);
    if (names.isEmpty()) {
      throw new Impossible("/ is already in the world");
    }
    return names.get(names.size() - 1);
  }

  private static String parentOf(String path) {
    List<String> names = names(path);
    return "/" + String.join("/", names.subList(0, Math.max(0, names.size() - 1)));
  }
}
