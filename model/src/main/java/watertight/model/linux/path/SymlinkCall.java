package watertight.model.linux.path;

import static watertight.model.linux.path.NameGates.SYMLINK_TEXT_ADDRESS;
import static watertight.model.linux.path.NameGates.SYMLINK_TEXT_LENGTH;
import static watertight.model.linux.path.NameGates.SYMLINK_TEXT_NOT_EMPTY;

import watertight.model.linux.Caller;

/**
 * man 2 symlink; fs/namei.c: do_symlinkat.
 *
 * @param target the link's text
 * @param path the link's name
 */
public record SymlinkCall(String target, String path) implements MakeCall {
  @Override
  public Step begin(Caller c) {
    if (target == null) {
      return Step.refused(SYMLINK_TEXT_ADDRESS);
    }
    if (target.isEmpty()) {
      return Step.refused(SYMLINK_TEXT_NOT_EMPTY);
    }
    int bytes = target.length() + 1;
    return c.refuses(SYMLINK_TEXT_LENGTH, bytes > c.settings().pathMax())
        ? Step.refused(SYMLINK_TEXT_LENGTH)
        : Walks.start(c, path, Lookup.NOFOLLOW);
  }

  @Override
  public boolean makesDirectory() {
    return false;
  }

  @Override
  public InodeState make(Caller c, InodeState directory) {
    return Nodes.newInode(c, directory, new Body.Symlink(target), 0777);
  }
}
