package watertight.model.linux.path;

import watertight.model.linux.Caller;

/**
 * A call whose work is one path walk and what comes after it, so that others may act in between.
 */
public interface WalkingCall {
  /** Checks the arguments and starts the walk. */
  Step begin(Caller c);

  /** Deals with the last component: walks on from it, or ends the call. */
  Step atLast(Caller c, PathWalk walk);
}
