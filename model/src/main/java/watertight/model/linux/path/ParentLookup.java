package watertight.model.linux.path;

import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Syscall;

/** A lookup of the directory of the last component, for calls that need two (filename_parentat). */
sealed interface ParentLookup {
  /** The walk, which stands in the directory of its last component. */
  record At(PathWalk walk) implements ParentLookup, Result.Answer {}

  /** What the caller gets instead. */
  record Failed(Result result) implements ParentLookup {}

  static ParentLookup of(Caller c, String path) {
    Result result = Walks.run(c, new Call(Syscall.AT_FDCWD, path));
    return result instanceof Result.Returned(At at) ? at : new Failed(result);
  }

  /** The lookup as a call of its own. */
  record Call(int dirfd, String path) implements WalkingCall {
    @Override
    public Step begin(Caller c) {
      return Walks.start(c, dirfd, path, Lookup.NOFOLLOW);
    }

    @Override
    public Step atLast(Caller c, PathWalk walk) {
      return new Step.Done(new Result.Returned(new At(walk)));
    }
  }
}
