package watertight.checker.conform;

import java.util.Optional;
import watertight.checker.kernel.Move;
import watertight.model.Result;

/**
 * A move, and what the model says of it.
 *
 * @param move what a task is told to do
 * @param result how it goes in the model
 * @param answer the same in the terms in which a kernel answers
 */
record Step(Move move, Result result, ModelAnswer answer) {
  /** The gate that refuses it in the model. */
  Optional<String> gate() {
    return result instanceof Result.Refused refused
        ? Optional.of(refused.gate().id())
        : Optional.empty();
  }
}
