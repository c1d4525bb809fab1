package watertight.model.linux.path;

import watertight.model.Gate;
import watertight.model.Result;

/** What one step of a walk comes to. */
public sealed interface Step {
  /** The walk goes on from here. */
  record Walking(PathWalk walk) implements Step {}

  /** The walk stands in the directory of its last component, which its caller deals with. */
  record AtLast(PathWalk walk) implements Step {}

  /** The walk, and with it the call, is over. */
  record Done(Result result) implements Step {}

  /** The walk ends with a refusal. */
  static Step refused(Gate gate) {
    return new Done(new Result.Refused(gate));
  }
}
