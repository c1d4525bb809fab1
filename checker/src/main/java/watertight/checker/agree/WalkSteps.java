package watertight.checker.agree;

import static watertight.model.linux.path.PathGates.COMPONENT_IS_DIRECTORY;

import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.path.Frame;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.LookupCall;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.Resolved;
import watertight.model.linux.path.Step;
import watertight.model.linux.path.Walks;

/**
 * One component of a walk in the model. The model asks at once whether it has come to a directory;
 * a specification asks when the next component is taken.
 */
final class WalkSteps {
  private WalkSteps() {}

  /** What comes of one component, or of the end of a walk. */
  sealed interface Outcome {
    /** The walk goes on from here; {@code inFile}: but not far, since this is no directory. */
    record Moved(PathWalk walk, boolean inFile) implements Outcome {}

    /** The walk has ended here. */
    record Arrived(PathWalk walk) implements Outcome {}

    /** The walk is refused. */
    record Refused(Gate gate) implements Outcome {}

    /** It would not end. */
    record Endless() implements Outcome {}
  }

  /** Takes the next component of a walk, or completes it when none is left. */
  static Outcome take(Caller c, PathWalk walk) {
    if (walk.isUsedUp()) {
      return completed(c, walk);
    }
    boolean isLast = walk.frames().size() == 1 && walk.frames().get(0).names().size() == 1;
    Step step = isLast ? walk.last(c) : walk.next(c);
    if (step instanceof Step.Done(Result.Refused(Gate gate))
        && gate == COMPONENT_IS_DIRECTORY
        && following(walk).last(c) instanceof Step.Walking(PathWalk there)) {
      return new Outcome.Moved(with(there, walk.lookup()), true);
    }
    return outcome(step);
  }

  private static Outcome outcome(Step step) {
    return switch (step) {
      case Step.Walking(PathWalk there) -> new Outcome.Moved(there, false);
      case Step.Done(Result.Refused(Gate gate)) -> new Outcome.Refused(gate);
      case Step.Done(Result.DoesNotEnd endless) -> new Outcome.Endless();
      case Step.Done other -> throw new IllegalStateException("a component came to " + other);
      case Step.AtLast last -> throw new IllegalStateException("a component came to " + last);
    };
  }

  private static Outcome completed(Caller c, PathWalk walk) {
    Result result = Walks.run(c, new End(), new Step.AtLast(with(walk, anyEnd(walk.lookup()))));
    return switch (result) {
      case Result.Returned returned -> new Outcome.Arrived(walk);
      case Result.Refused(Gate gate) -> new Outcome.Refused(gate);
      case Result other -> throw new IllegalStateException("the end came to " + other);
    };
  }

  private static Lookup anyEnd(Lookup l) {
    return new Lookup(
        l.follow(),
        false,
        l.beneath(),
        l.inRoot(),
        l.noXdev(),
        l.noSymlinks(),
        l.noMagiclinks(),
        l.cached());
  }

  /** As in the middle of a path, where every link is followed. */
  private static PathWalk following(PathWalk walk) {
    Lookup l = walk.lookup();
    return with(
        walk,
        new Lookup(
            true,
            l.directory(),
            l.beneath(),
            l.inRoot(),
            l.noXdev(),
            l.noSymlinks(),
            l.noMagiclinks(),
            l.cached()));
  }

  private static PathWalk with(PathWalk w, Lookup lookup) {
    return new PathWalk(
        w.at(), w.root(), w.frames(), lookup, w.links(), w.rootLooked(), w.disturbed());
  }

  /** The next component, or the empty text. */
  static String nextName(PathWalk walk) {
    if (walk.isUsedUp()) {
      return "";
    }
    Frame top = walk.frames().get(walk.frames().size() - 1);
    return top.names().get(0);
  }

  /** A call that wants nothing but the end of the walk. */
  private record End() implements LookupCall {
    @Override
    public Step begin(Caller c) {
      return Walks.start(c, ".", Lookup.FOLLOW);
    }

    @Override
    public Result found(Caller c, Path path) {
      return new Result.Returned(new Resolved.FoundAt(path));
    }
  }
}
