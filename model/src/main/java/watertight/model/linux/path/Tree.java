package watertight.model.linux.path;

import watertight.model.Cells;
import watertight.model.linux.Reply.Identity;
import watertight.model.linux.task.SocketCell;
import watertight.model.linux.task.SocketState;

/** The file tree as the walk sees it: stored dentries and those of procfs alike. */
public final class Tree {
  private Tree() {}

  /** The inode that a dentry names. */
  public static InodeState inode(Cells cells, Dentry dentry) {
    return switch (dentry) {
      case TreeDentry stored -> cells.get(new InodeCell(inodeOf(cells, stored)));
      case ProcDentry made -> Procfs.inode(cells, made);
      case SocketDentry of -> socket(cells, of);
      case NsDentry of -> new InodeState(new Body.NamespaceFile(), 0444, 0, 0);
    };
  }

  /** net/socket.c: sock_alloc. */
  private static InodeState socket(Cells cells, SocketDentry of) {
    SocketState state = cells.get(new SocketCell(of.socket()));
    return new InodeState(new Body.SocketName(), 0777, state.uid(), state.gid());
  }

  /** The number of the inode that a stored dentry names. */
  public static Inode inodeOf(Cells cells, TreeDentry dentry) {
    return cells.view(new DentryCell(dentry), new DentryCell.Names());
  }

  /** Which object a dentry names. */
  public static Identity identity(Cells cells, Dentry dentry) {
    return switch (dentry) {
      case TreeDentry stored -> new Identity.Stored(inodeOf(cells, stored));
      case ProcDentry made -> new Identity.Made(made);
      case SocketDentry of -> new Identity.Made(of);
      case NsDentry of -> new Identity.Made(of);
    };
  }

  /** The dentry behind a name in a directory, or null. */
  public static Dentry child(Cells cells, Dentry directory, String name) {
    return switch (directory) {
      case TreeDentry stored -> cells.view(new ChildrenCell(stored), new ChildrenCell.Named(name));
      case ProcDentry made -> Procfs.child(cells, made, name);
      case SocketDentry of -> null;
      case NsDentry of -> null;
    };
  }

  /** The directory that a dentry is in; itself for the root of a file system. */
  public static Dentry parent(Cells cells, Dentry dentry) {
    return switch (dentry) {
      case TreeDentry stored -> cells.view(new DentryCell(stored), new DentryCell.Parent());
      case ProcDentry made -> Procfs.parent(made);
      case SocketDentry of -> of;
      case NsDentry of -> of;
    };
  }

  /** Whether the name still leads to the dentry. */
  public static boolean isHashed(Cells cells, Dentry dentry) {
    return switch (dentry) {
      case TreeDentry stored -> cells.view(new DentryCell(stored), new DentryCell.Hashed());
      case ProcDentry made -> true;
      case SocketDentry of -> true;
      case NsDentry of -> true;
    };
  }

  /** The name of a dentry in its directory. */
  public static String name(Cells cells, Dentry dentry) {
    return switch (dentry) {
      case TreeDentry stored -> cells.get(new DentryCell(stored)).name();
      case ProcDentry made -> Procfs.name(cells, made);
      case SocketDentry of -> "socket:";
      case NsDentry of -> of.namespace().text();
    };
  }

  /** Whether {@code dentry} is {@code ancestor} or below it in the file system (is_subdir). */
  public static boolean isBelow(Cells cells, Dentry dentry, Dentry ancestor) {
    Dentry at = dentry;
    while (!at.equals(ancestor)) {
      Dentry parent = parent(cells, at);
      if (parent.equals(at)) {
        return false;
      }
      at = parent;
    }
    return true;
  }
}
