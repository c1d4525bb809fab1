package watertight.model.linux.path;

import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;

/**
 * stat and lstat; man 2 stat; fs/stat.c: vfs_statx.
 *
 * @param path the object
 * @param follow whether a link at the end is followed: stat does, lstat does not
 */
public record StatCall(String path, boolean follow) implements LookupCall {
  @Override
  public Step begin(Caller c) {
    return Walks.start(c, path, follow ? Lookup.FOLLOW : Lookup.NOFOLLOW);
  }

  @Override
  public Result found(Caller c, Path path) {
    InodeState inode = Tree.inode(c.cells(), path.dentry());
    return new Result.Returned(
        new Reply.Status(
            Tree.identity(c.cells(), path.dentry()),
            inode.body().type(),
            inode.mode(),
            inode.uid(),
            inode.gid(),
            size(path, inode)));
  }

  private static long size(Path path, InodeState inode) {
    if (path.dentry() instanceof ProcDentry || path.dentry() instanceof SocketDentry) {
      return -1;
    }
    return switch (inode.body()) {
      case Body.Regular file -> bytes(file.content());
      case Body.Symlink link -> bytes(link.target());
      case Body.Directory d -> -1;
      case Body.MagicLink m -> -1;
      case Body.NamespaceFile n -> 0;
      case Body.Fifo f -> 0;
      case Body.SocketName s -> 0;
      case Body.Device d -> 0;
    };
  }

  private static long bytes(String text) {
    return text.length();
  }
}
