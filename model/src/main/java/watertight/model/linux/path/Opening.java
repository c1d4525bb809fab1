package watertight.model.linux.path;

import static watertight.model.linux.OpenFlags.O_EXCL;
import static watertight.model.linux.OpenFlags.O_NOATIME;
import static watertight.model.linux.OpenFlags.O_NONBLOCK;
import static watertight.model.linux.OpenFlags.O_PATH;
import static watertight.model.linux.OpenFlags.O_TRUNC;
import static watertight.model.linux.path.OpenFlagRules.has;

import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Blocks;
import watertight.model.Result.OutOfScope;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;

/** What open does once it has found or made the object; fs/namei.c: do_open, may_open. */
final class Opening {
  private Opening() {}

  /** Opens what the walk has found, without O_CREAT. */
  static Result existing(Caller c, PathWalk end, long flags, long mode) {
    if (has(flags, O_PATH)) {
      return Files.open(c, new OpenPath(end.at(), Access.PATH, 0));
    }
    if (OpenFlagRules.isTmpfile(flags)) {
      return tmpfile(c, end, flags, (int) mode);
    }
    Gate noDirectory = Walks.endsAtNoDirectory(c, end);
    return noDirectory != null ? new Refused(noDirectory) : open(c, end.at(), flags);
  }

  /** Opens what the walk has found, with O_CREAT: the name was there. */
  static Result existingWithCreate(Caller c, Path directory, PathWalk end, long flags) {
    if (c.refuses(OpenGates.CREATE_EXCLUSIVE, has(flags, O_EXCL))) {
      return new Refused(OpenGates.CREATE_EXCLUSIVE);
    }
    InodeState inode = Tree.inode(c.cells(), end.at().dentry());
    if (c.refuses(OpenGates.CREATE_NOT_DIRECTORY, inode.isDirectory())) {
      return new Refused(OpenGates.CREATE_NOT_DIRECTORY);
    }
    InodeState parent = Tree.inode(c.cells(), directory.dentry());
    if (c.refuses(OpenGates.PROTECTED_IN_STICKY, isProtected(c, parent, inode))) {
      return new Refused(OpenGates.PROTECTED_IN_STICKY);
    }
    Gate noDirectory = Walks.endsAtNoDirectory(c, end);
    return noDirectory != null ? new Refused(noDirectory) : open(c, end.at(), flags);
  }

  private static boolean isProtected(Caller c, InodeState directory, InodeState inode) {
    int regular = c.settings().protectedRegular();
    int fifos = c.settings().protectedFifos();
    boolean off =
        inode.body() instanceof Body.Regular && regular == 0
            || inode.body() instanceof Body.Fifo && fifos == 0;
    boolean sticky = (directory.mode() & InodeState.S_ISVTX) != 0;
    if (off || !sticky || inode.uid() == directory.uid() || inode.uid() == c.cred().fsuid()) {
      return false;
    }
    boolean forGroup =
        inode.body() instanceof Body.Regular && regular >= 2
            || inode.body() instanceof Body.Fifo && fifos >= 2;
    return (directory.mode() & 0002) != 0 || (directory.mode() & 0020) != 0 && forGroup;
  }

  /** Makes a regular file at the last component, and opens it: its mode does not matter yet. */
  static Result created(Caller c, PathWalk walk, long flags, int mode) {
    if (Nodes.outOfScope(c)) {
      return new OutOfScope("inodes");
    }
    TreeDentry directory = (TreeDentry) walk.at().dentry();
    InodeState parent = Tree.inode(c.cells(), directory);
    Body empty = new Body.Regular("");
    InodeState inode = Nodes.newInode(c, parent, empty, Nodes.fileMode(c, parent, mode));
    TreeDentry dentry = Nodes.create(c, directory, walk.lastName(), inode);
    return Files.open(c, new OpenPath(new Path(walk.at().mount(), dentry), access(flags), 0));
  }

  private static Result tmpfile(Caller c, PathWalk end, long flags, int mode) {
    Gate noDirectory = Walks.endsAtNoDirectory(c, end);
    if (noDirectory != null) {
      return new Refused(noDirectory);
    }
    Dentry at = end.at().dentry();
    if (c.refuses(OpenGates.TMPFILE_MUTABLE, at instanceof ProcDentry.ProcTask)) {
      return new Refused(OpenGates.TMPFILE_MUTABLE);
    }
    InodeState parent = Tree.inode(c.cells(), at);
    boolean granted = Permission.granted(c, at, Permission.WRITE | Permission.EXEC);
    if (c.refuses(OpenGates.TMPFILE_PERMISSION, !granted)) {
      return new Refused(OpenGates.TMPFILE_PERMISSION);
    }
    if (!(at instanceof TreeDentry directory)) {
      return new Refused(OpenGates.TMPFILE_SUPPORTED);
    }
    if (Nodes.outOfScope(c)) {
      return new OutOfScope("inodes");
    }
    Body empty = new Body.Regular("");
    InodeState inode = Nodes.newInode(c, parent, empty, Nodes.fileMode(c, parent, mode));
    TreeDentry dentry = Nodes.createUnnamed(c, directory, inode);
    return Files.open(c, new OpenPath(new Path(end.at().mount(), dentry), access(flags), 0));
  }

  private static Result open(Caller c, Path path, long flags) {
    InodeState inode = Tree.inode(c.cells(), path.dentry());
    if (inode.body().isLink()) {
      return new Refused(OpenGates.OPEN_NOT_LINK);
    }
    int mask = mask(inode, flags);
    if (inode.isDirectory() && (mask & Permission.WRITE) != 0) {
      return new Refused(OpenGates.OPEN_DIRECTORY_READ_ONLY);
    }
    boolean immutable = inode.body() instanceof Body.NamespaceFile;
    if (c.refuses(OpenGates.OPEN_NOT_IMMUTABLE, immutable && (mask & Permission.WRITE) != 0)) {
      return new Refused(OpenGates.OPEN_NOT_IMMUTABLE);
    }
    if (c.refuses(OpenGates.OPEN_PERMISSION, !Permission.granted(c, path.dentry(), mask))) {
      return new Refused(OpenGates.OPEN_PERMISSION);
    }
    boolean noatime = has(flags, O_NOATIME) && !Permission.ownerOrCapable(c, inode);
    if (c.refuses(OpenGates.NOATIME_NEEDS_OWNER, noatime)) {
      return new Refused(OpenGates.NOATIME_NEEDS_OWNER);
    }
    return byType(c, path, inode, flags);
  }

  /** The access that the flags ask for (ACC_MODE); O_TRUNC asks to write. */
  private static int mask(InodeState inode, long flags) {
    int mask =
        switch (access(flags)) {
          case READ -> Permission.READ;
          case WRITE -> Permission.WRITE;
          case READ_WRITE, NONE -> Permission.READ | Permission.WRITE;
          case PATH -> 0;
        };
    return has(flags, O_TRUNC) ? mask | Permission.WRITE : mask;
  }

  private static Access access(long flags) {
    return switch ((int) (flags & OpenFlags.O_ACCMODE)) {
      case 0 -> Access.READ;
      case 1 -> Access.WRITE;
      case 2 -> Access.READ_WRITE;
      default -> Access.NONE;
    };
  }

  private static Result byType(Caller c, Path path, InodeState inode, long flags) {
    return switch (inode.body()) {
      case Body.SocketName name -> new Refused(OpenGates.OPEN_NOT_SOCKET);
      case Body.Fifo fifo -> openFifo(c, path, flags);
      case Body.Regular file -> openRegular(c, path, inode, flags);
      case Body.Directory directory -> Files.open(c, new OpenPath(path, access(flags), 0));
      case Body.NamespaceFile file -> Files.open(c, new OpenPath(path, access(flags), 0));
      case Body.Device device -> Files.open(c, new OpenPath(path, access(flags), 0));
      case Body.Symlink link -> throw new IllegalStateException("links are refused before");
      case Body.MagicLink link -> throw new IllegalStateException("links are refused before");
    };
  }

  private static Result openRegular(Caller c, Path path, InodeState inode, long flags) {
    if (has(flags, O_TRUNC) && path.dentry() instanceof TreeDentry stored) {
      InodeCell cell = new InodeCell(Tree.inodeOf(c.cells(), stored));
      c.cells().set(cell, Nodes.truncated(c, inode));
    }
    return Files.open(c, new OpenPath(path, access(flags), 0));
  }

  /** man 7 fifo: an end that finds nobody at the other waits for somebody (fifo_open). */
  private static Result openFifo(Caller c, Path path, long flags) {
    Access access = access(flags);
    if (access == Access.NONE) {
      return new Refused(OpenGates.FIFO_ACCESS_MODE);
    }
    boolean alone = !Files.isOpen(c.cells(), path, opposite(access));
    if (access == Access.WRITE && alone && has(flags, O_NONBLOCK)) {
      return new Refused(OpenGates.FIFO_HAS_READER);
    }
    boolean waits = (access == Access.WRITE || access == Access.READ) && !has(flags, O_NONBLOCK);
    return alone && waits
        ? new Blocks("the other end of the pipe")
        : Files.open(c, new OpenPath(path, access, 0));
  }

  private static Access opposite(Access access) {
    return access == Access.READ ? Access.WRITE : Access.READ;
  }
}
