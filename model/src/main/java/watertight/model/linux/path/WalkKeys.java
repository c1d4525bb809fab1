package watertight.model.linux.path;

import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Syscall;

/**
 * When two paths do the same in a state: their walks come to the same. What a call does after its
 * walk depends on where the walk ended alone, so the paths may stand for one another.
 */
public final class WalkKeys {
  private WalkKeys() {}

  /** What comes of looking a path up, links at the end followed or not. */
  public static Object ofLookup(Caller c, int dirfd, String path, Lookup lookup) {
    return Walks.run(c, new At(dirfd, path, lookup));
  }

  /** As above, from the working directory. */
  public static Object ofLookup(Caller c, String path, Lookup lookup) {
    return ofLookup(c, Syscall.AT_FDCWD, path, lookup);
  }

  /**
   * Where the walk stands at the last component, and what that is. How many links it has followed
   * counts, since there may be more to follow.
   */
  public static Object ofName(Caller c, int dirfd, String path) {
    Result result = Walks.run(c, new ParentLookup.Call(dirfd, path));
    if (!(result instanceof Result.Returned(ParentLookup.At(PathWalk walk)))) {
      return result;
    }
    return walk.isUsedUp()
        ? new Name(walk.at(), "", false, 0)
        : new Name(walk.at(), walk.lastName(), walk.hasTrailingSlash(), walk.links());
  }

  /** As {@link #ofName}, for a call that is refused, whatever else, when the name is there. */
  public static Object ofNewName(Caller c, int dirfd, String path) {
    Object key = ofName(c, dirfd, path);
    return key instanceof Name name && name.isThere(c) ? "there" : key;
  }

  /** As {@link #ofName}, for a call that is refused, whatever else, when the name is not there. */
  public static Object ofOldName(Caller c, int dirfd, String path) {
    Object key = ofName(c, dirfd, path);
    return key instanceof Name name && !name.isThere(c) ? "not there" : key;
  }

  private record Name(Path at, String last, boolean trailingSlash, int links) {
    /**
     * Whether the last component is a name that something has; {@code .} and {@code ..} are none.
     */
    boolean isThere(Caller c) {
      return Tree.child(c.cells(), at.dentry(), last) != null;
    }
  }

  private record At(int dirfd, String path, Lookup lookup) implements LookupCall {
    @Override
    public Step begin(Caller c) {
      return Walks.start(c, dirfd, path, lookup);
    }

    @Override
    public Result found(Caller c, Path path) {
      return new Result.Returned(new Resolved.FoundAt(path));
    }
  }
}
