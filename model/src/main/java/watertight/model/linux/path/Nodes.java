package watertight.model.linux.path;

import static watertight.model.linux.credential.Capability.CAP_FSETID;

import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;
import watertight.model.linux.credential.Cred;

/** Making new inodes and their names; fs/inode.c, fs/libfs.c. */
final class Nodes {
  private Nodes() {}

  /** Whether the bound of the search leaves no inode. */
  static boolean outOfScope(Caller c) {
    return freeInode(c.cells()) >= c.rules().bounds().inodes();
  }

  private static int freeInode(Cells cells) {
    return Fresh.id(cells, id -> new InodeCell(new Inode(id)));
  }

  /**
   * An inode as the caller makes it in a directory: its owner is the caller, its group the caller's
   * or, in a set-group-ID directory, the directory's (inode_init_owner).
   */
  static InodeState newInode(Caller c, InodeState directory, Body body, int mode) {
    Cred cred = c.cred();
    boolean inherits = (directory.mode() & InodeState.S_ISGID) != 0;
    boolean passesOn = inherits && body instanceof Body.Directory;
    int gid = inherits ? directory.gid() : cred.gid();
    return new InodeState(body, passesOn ? mode | InodeState.S_ISGID : mode, cred.fsuid(), gid);
  }

  /** The mode of a new file: without what the umask holds back (vfs_prepare_mode). */
  static int fileMode(Caller c, InodeState directory, int mode) {
    int groupExecutable = InodeState.S_ISGID | 0010;
    boolean stripped =
        (mode & groupExecutable) == groupExecutable
            && (directory.mode() & InodeState.S_ISGID) != 0
            && !c.cred().inGroup(directory.gid())
            && !c.can(CAP_FSETID);
    return (stripped ? mode & ~InodeState.S_ISGID : mode) & ~c.umask();
  }

  /**
   * A file that is cut to nothing: it loses its set-id bits (fs/attr.c:
   * setattr_should_drop_suidgid).
   */
  static InodeState truncated(Caller c, InodeState file) {
    InodeState empty = file.withBody(new Body.Regular(""));
    if (c.can(CAP_FSETID)) {
      return empty;
    }
    boolean keepsGroup = (file.mode() & 0010) == 0 && c.cred().inGroup(file.gid());
    int lost = keepsGroup ? InodeState.S_ISUID : InodeState.S_ISUID | InodeState.S_ISGID;
    return new InodeState(empty.body(), file.mode() & ~lost, file.uid(), file.gid());
  }

  /** Makes an inode under a name of a stored directory. */
  static TreeDentry create(Caller c, TreeDentry directory, String name, InodeState inode) {
    TreeDentry dentry = unlinked(c, directory, name, inode, true);
    c.cells().update(new ChildrenCell(directory), new ChildrenCell.Put(name, dentry));
    return dentry;
  }

  /** Makes an inode without a name (O_TMPFILE). */
  static TreeDentry createUnnamed(Caller c, TreeDentry directory, InodeState inode) {
    return unlinked(c, directory, "#", inode, false);
  }

  private static TreeDentry unlinked(
      Caller c, TreeDentry directory, String name, InodeState state, boolean hashed) {
    Cells cells = c.cells();
    Inode inode = new Inode(freeInode(cells));
    TreeDentry dentry = new TreeDentry(Fresh.id(cells, id -> new DentryCell(new TreeDentry(id))));
    cells.set(new InodeCell(inode), state);
    cells.set(new DentryCell(dentry), new DentryState(directory, name, inode, hashed));
    return dentry;
  }
}
