package watertight.model.linux.path;

import static watertight.model.linux.path.NameGates.READLINK_FD_OPEN;
import static watertight.model.linux.path.NameGates.READLINK_HAS_OBJECT;
import static watertight.model.linux.path.NameGates.READLINK_LINK;
import static watertight.model.linux.path.NameGates.READLINK_NEEDS_PTRACE_ACCESS;
import static watertight.model.linux.path.NameGates.READLINK_SELF_HAS_NUMBER;
import static watertight.model.linux.path.NameGates.READLINK_SIZE;

import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.ProcDentry.ProcFd;
import watertight.model.linux.path.ProcDentry.ProcLink;
import watertight.model.linux.path.ProcDentry.ProcNs;
import watertight.model.linux.path.ProcDentry.ProcSelf;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Ptrace;

/**
 * readlink and readlinkat; man 2 readlink; fs/stat.c: do_readlinkat.
 *
 * @param dirfd where a relative path starts; with an empty path, the link itself
 * @param path the link
 * @param size the size of the buffer, in bytes; the text is cut to it
 */
public record ReadlinkCall(int dirfd, String path, long size) implements LookupCall {
  @Override
  public Step begin(Caller c) {
    if (size <= 0) {
      return Step.refused(READLINK_SIZE);
    }
    if ("".equals(path) && dirfd != Syscall.AT_FDCWD && c.file(dirfd) == null) {
      return Step.refused(READLINK_FD_OPEN);
    }
    Path opened = "".equals(path) && dirfd != Syscall.AT_FDCWD ? opened(c) : null;
    return opened != null
        ? new Step.Done(found(c, opened))
        : Walks.start(c, dirfd, path, Lookup.NOFOLLOW);
  }

  /** The link that {@code dirfd} was opened on with O_PATH and O_NOFOLLOW, or null. */
  private Path opened(Caller c) {
    OpenFileState file = c.file(dirfd);
    Path at = file == null ? null : file.pathOrNull();
    boolean link = at != null && Tree.inode(c.cells(), at.dentry()).body().isLink();
    return link ? at : null;
  }

  @Override
  public Result found(Caller c, Path link) {
    if (!Tree.inode(c.cells(), link.dentry()).body().isLink()) {
      return new Refused(READLINK_LINK);
    }
    return switch (link.dentry()) {
      case ProcLink magic -> magic(c, magic, magic.task());
      case ProcFd magic -> magic(c, magic, magic.task());
      case ProcNs magic -> magic(c, magic, magic.task());
      case ProcSelf self -> self(Procfs.self(c, self));
      case TreeDentry stored -> cut(((Body.Symlink) Tree.inode(c.cells(), stored).body()).target());
      case ProcDentry other -> throw new IllegalStateException(other + " is no link");
      case SocketDentry other -> throw new IllegalStateException(other + " is no link");
      case NsDentry other -> throw new IllegalStateException(other + " is no link");
    };
  }

  private Result magic(Caller c, ProcDentry link, watertight.model.linux.task.Task task) {
    if (c.refuses(READLINK_NEEDS_PTRACE_ACCESS, !Ptrace.mayRead(c, task))) {
      return new Refused(READLINK_NEEDS_PTRACE_ACCESS);
    }
    return switch (MagicLinks.target(c.cells(), link)) {
      case MagicLinks.At(Path path) -> cut(PathText.shown(c.cells(), path, c.root()));
      case MagicLinks.Gone gone -> new Refused(READLINK_HAS_OBJECT);
      case MagicLinks.Process process -> MagicLinks.NOT_TOLD;
    };
  }

  private Result self(int number) {
    return number == 0 ? new Refused(READLINK_SELF_HAS_NUMBER) : cut(String.valueOf(number));
  }

  private Result cut(String text) {
    String cut = text.length() <= size ? text : text.substring(0, (int) size);
    return new Result.Returned(new Reply.Text(cut, cut.length()));
  }
}
