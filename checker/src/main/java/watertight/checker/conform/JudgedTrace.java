package watertight.checker.conform;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import watertight.checker.kernel.Host;
import watertight.checker.trace.RenderedTrace;

/**
 * A trace beside what the model with all guards and a kernel make of its calls.
 *
 * @param trace the trace, perhaps found without some guard
 * @param rows one for each of its steps
 * @param firstDifference the first step in which a result or the state is not the same in all
 * @param disagreement what differs between the model with all guards and the kernel
 * @param host the kernel that was asked
 * @param notRun why the kernel was not asked
 */
public record JudgedTrace(
    RenderedTrace trace,
    List<Row> rows,
    OptionalInt firstDifference,
    Optional<String> disagreement,
    Optional<Host> host,
    Optional<String> notRun) {
  /**
   * What came of a step.
   *
   * @param model the answer of the model with all guards; empty where a later step has it, or where
   *     there is nobody to make the call
   * @param kernel the answer of the kernel, likewise
   * @param gate the gate that refused in the model with all guards
   */
  public record Row(Optional<String> model, Optional<String> kernel, Optional<String> gate) {
    /** Nothing is known of it. */
    static final Row NONE = new Row(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public JudgedTrace {
    rows = List.copyOf(rows);
  }
}
