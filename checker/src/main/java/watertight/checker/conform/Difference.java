package watertight.checker.conform;

import java.util.List;
import watertight.checker.kernel.KernelRun;

/**
 * Where model and kernel say something else.
 *
 * @param trial what was put to both
 * @param plan how it goes in the model
 * @param kernel how it went on the kernel
 * @param at the number of the move, from 1; 0 is the start
 * @param inState whether it is the state after the move that differs, not its answer
 * @param lines what differs, in words
 */
record Difference(
    Trial trial, Plan plan, KernelRun kernel, int at, boolean inState, List<String> lines) {
  Difference {
    lines = List.copyOf(lines);
  }
}
