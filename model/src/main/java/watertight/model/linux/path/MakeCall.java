package watertight.model.linux.path;

import static watertight.model.linux.path.NameGates.MAKE_NEW_NAME;
import static watertight.model.linux.path.NameGates.MAKE_NO_TRAILING_SLASH;
import static watertight.model.linux.path.NameGates.MAKE_PERMISSION;
import static watertight.model.linux.path.NameGates.MAKE_PLAIN_NAME;

import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;

/** A call that makes a name; fs/namei.c: filename_create, may_create. */
sealed interface MakeCall extends WalkingCall permits MkdirCall, SymlinkCall {
  /** Whether it makes a directory, so that a trailing slash is fine. */
  boolean makesDirectory();

  /** What is made in {@code directory}. */
  InodeState make(Caller c, InodeState directory);

  @Override
  default Step atLast(Caller c, PathWalk walk) {
    return new Step.Done(made(c, walk));
  }

  private Result made(Caller c, PathWalk walk) {
    Gate refusal = refusal(c, walk);
    if (refusal != null) {
      return new Result.Refused(refusal);
    }
    if (Nodes.outOfScope(c)) {
      return new Result.OutOfScope("inodes");
    }
    TreeDentry directory = (TreeDentry) walk.at().dentry();
    InodeState made = make(c, Tree.inode(c.cells(), directory));
    Nodes.create(c, directory, walk.lastName(), made);
    return Reply.zero();
  }

  private Gate refusal(Caller c, PathWalk walk) {
    if (walk.isUsedUp() || walk.lastIsDots()) {
      return MAKE_PLAIN_NAME;
    }
    Dentry directory = walk.at().dentry();
    if (Tree.child(c.cells(), directory, walk.lastName()) != null) {
      return MAKE_NEW_NAME;
    }
    Gate missing = walk.missing(c, walk.lastName(), true);
    if (missing != null) {
      return missing;
    }
    if (walk.hasTrailingSlash() && !makesDirectory()) {
      return MAKE_NO_TRAILING_SLASH;
    }
    boolean granted = Permission.granted(c, directory, Permission.WRITE | Permission.EXEC);
    return c.refuses(MAKE_PERMISSION, !granted) ? MAKE_PERMISSION : null;
  }
}
