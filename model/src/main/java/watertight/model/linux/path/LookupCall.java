package watertight.model.linux.path;

import watertight.model.Result;
import watertight.model.linux.Caller;

/** A call that needs the object at the end of a path. */
public interface LookupCall extends WalkingCall {
  /** What the call does with the object. */
  Result found(Caller c, Path path);

  @Override
  default Step atLast(Caller c, PathWalk walk) {
    Step step = Walks.last(c, walk);
    return step instanceof Step.Walking(PathWalk end) && end.isUsedUp()
        ? new Step.Done(found(c, end.at()))
        : step;
  }
}
