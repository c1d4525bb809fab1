package watertight.checker.alloy;

import java.util.List;
import java.util.Map;

/**
 * One event of an instance.
 *
 * @param number counted from 1; the event leads from state {@code number - 1} to the next one
 * @param task the atom that acts
 * @param call the kind of event, such as {@code Rename}
 * @param operands what it acts on, by the parameter names of the call's predicate: each reading
 *     under which the predicate is true of the two states; none for a call without operands
 */
public record AlloyStep(int number, String task, String call, List<Map<String, String>> operands) {
  public AlloyStep {
    operands = List.copyOf(operands);
  }
}
