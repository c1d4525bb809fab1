package watertight.model.linux.path;

import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;

/** Making an empty file system that stores its tree; mm/shmem.c. */
public final class NewFileSystem {
  private NewFileSystem() {}

  /** Whether the bound of the search leaves no inode for its root. */
  public static boolean outOfScope(Caller c) {
    return Nodes.outOfScope(c);
  }

  /** An empty tmpfs whose root has {@code mode} and belongs to the caller; man 5 tmpfs. */
  public static TreeDentry tmpfs(Caller c, int mode) {
    var cred = c.cred();
    return root(
        c.cells(), new InodeState(new Body.Directory(false), mode, cred.fsuid(), cred.gid()));
  }

  /** A file system with this root directory and nothing in it. */
  public static TreeDentry root(Cells cells, InodeState root) {
    Inode inode = new Inode(Fresh.id(cells, id -> new InodeCell(new Inode(id))));
    TreeDentry dentry = new TreeDentry(Fresh.id(cells, id -> new DentryCell(new TreeDentry(id))));
    cells.set(new InodeCell(inode), root);
    cells.set(new DentryCell(dentry), new DentryState(dentry, "", inode, true));
    return dentry;
  }
}
