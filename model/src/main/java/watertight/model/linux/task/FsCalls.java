package watertight.model.linux.task;

import static watertight.model.linux.task.FsGates.FCHDIR_DIRECTORY;
import static watertight.model.linux.task.FsGates.FCHDIR_OPEN;
import static watertight.model.linux.task.FsGates.FCHDIR_PERMISSION;
import static watertight.model.linux.task.FsGates.GETCWD_NOT_REMOVED;
import static watertight.model.linux.task.FsGates.GETCWD_SIZE;

import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathText;
import watertight.model.linux.path.Permission;
import watertight.model.linux.path.Tree;

/** The calls on the fs_struct that walk no path; fs/open.c, fs/d_path.c. */
public final class FsCalls {
  private FsCalls() {}

  /** man 2 fchdir: a descriptor of a directory is enough, wherever the directory is. */
  public static Result fchdir(Caller c, int fd) {
    OpenFileState file = c.file(fd);
    if (file == null) {
      return new Refused(FCHDIR_OPEN);
    }
    Path at = file.pathOrNull();
    if (at == null || !Tree.inode(c.cells(), at.dentry()).isDirectory()) {
      return new Refused(FCHDIR_DIRECTORY);
    }
    if (c.refuses(FCHDIR_PERMISSION, !Permission.granted(c, at.dentry(), Permission.EXEC))) {
      return new Refused(FCHDIR_PERMISSION);
    }
    c.cells().update(new FsCell(c.fs()), new FsCell.SetCwd(at));
    return Reply.zero();
  }

  /** man 2 getcwd: the system call counts the terminator, and says what the root does not reach. */
  public static Result getcwd(Caller c, long size) {
    Path cwd = c.cwd();
    if (!Tree.isHashed(c.cells(), cwd.dentry())) {
      return new Refused(GETCWD_NOT_REMOVED);
    }
    PathText seen = PathText.of(c.cells(), cwd, c.root());
    boolean reached = seen.reach() == PathText.Reach.BELOW_ROOT;
    String text = reached ? seen.text() : "(unreachable)" + seen.text();
    long length = text.length() + 1;
    return length > size
        ? new Refused(GETCWD_SIZE)
        : new Result.Returned(new Reply.Text(text, length));
  }
}
