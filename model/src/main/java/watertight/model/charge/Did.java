package watertight.model.charge;

import watertight.model.Result;

/**
 * What an atomic step did, as traces show it.
 *
 * @param step the step with its operands, such as {@code add g1 1}
 * @param result what the task saw, or what the job returned
 */
public record Did(String step, String result) implements Result.Answer {
  static Result of(String step, Object result) {
    return new Result.Returned(new Did(step, String.valueOf(result)));
  }
}
