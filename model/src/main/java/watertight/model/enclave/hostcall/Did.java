package watertight.model.enclave.hostcall;

import java.util.Optional;
import watertight.model.Guard;
import watertight.model.Result;

/**
 * What a step was.
 *
 * @param step the step, as traces show it
 * @param result what came of it
 * @param by the check that refused the answer
 */
public record Did(String step, String result, Optional<Guard> by) implements Result.Answer {
  static Result of(String step, String result) {
    return new Result.Returned(new Did(step, result, Optional.empty()));
  }
}
