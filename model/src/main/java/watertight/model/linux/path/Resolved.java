package watertight.model.linux.path;

import watertight.model.Result;
import watertight.model.linux.Caller;

/** A whole lookup, for calls that others cannot interrupt (filename_lookup). */
public sealed interface Resolved {
  /** The object at the end of the path. */
  record Found(Path path) implements Resolved {}

  /** What the caller gets instead. */
  record Failed(Result result) implements Resolved {}

  /** Looks up a path, following a link at the end. */
  static Resolved following(Caller c, String path) {
    return of(c, path, true);
  }

  /** Looks up a path, following a link at the end or not. */
  static Resolved of(Caller c, String path, boolean follow) {
    Resolution call = new Resolution(path, follow ? Lookup.FOLLOW : Lookup.NOFOLLOW);
    Result result = Walks.run(c, call);
    return result instanceof Result.Returned(FoundAt(Path at)) ? new Found(at) : new Failed(result);
  }

  /** A lookup as a call of its own. */
  record Resolution(String path, Lookup lookup) implements LookupCall {
    @Override
    public Step begin(Caller c) {
      return Walks.start(c, path, lookup);
    }

    @Override
    public Result found(Caller c, Path path) {
      return new Result.Returned(new FoundAt(path));
    }
  }

  /** The end of a lookup, as the answer of {@link Resolution}. */
  record FoundAt(Path path) implements Result.Answer {}
}
