package watertight.model.linux.path;

import watertight.model.linux.Caller;

/**
 * man 2 mkdir; fs/namei.c: do_mkdirat.
 *
 * @param path the new directory's name
 * @param mode its permission bits before the umask; only these and the sticky bit count
 */
public record MkdirCall(String path, int mode) implements MakeCall {
  private static final int KEPT = 0777 | InodeState.S_ISVTX;

  @Override
  public Step begin(Caller c) {
    return Walks.start(c, path, Lookup.NOFOLLOW);
  }

  @Override
  public boolean makesDirectory() {
    return true;
  }

  @Override
  public InodeState make(Caller c, InodeState directory) {
    int kept = Nodes.fileMode(c, directory, mode & KEPT);
    return Nodes.newInode(c, directory, new Body.Directory(false), kept);
  }
}
