package watertight.checker.conform;

import java.util.List;
import java.util.Optional;
import watertight.checker.kernel.Move;
import watertight.model.Result;
import watertight.model.linux.signal.Happened;

/**
 * A move, and what the model says of it.
 *
 * @param move what a task is told to do
 * @param result how it goes in the model
 * @param happened what signals make of the tasks after it, until all is at rest
 * @param answer the same in the terms in which a kernel answers
 * @param sent who got a signal by it
 */
record Step(
    Move move, Result result, ModelAnswer answer, List<Happened> happened, List<Sent> sent) {
  Step {
    happened = List.copyOf(happened);
    sent = List.copyOf(sent);
  }

  /** One that sends nobody a signal. */
  Step(Move move, Result result, ModelAnswer answer, List<Happened> happened) {
    this(move, result, answer, happened, List.of());
  }

  /** The gate that refuses it in the model. */
  Optional<String> gate() {
    return result instanceof Result.Refused refused
        ? Optional.of(refused.gate().id())
        : Optional.empty();
  }
}
