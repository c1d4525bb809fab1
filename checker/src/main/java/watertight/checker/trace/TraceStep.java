package watertight.checker.trace;

import java.util.List;
import java.util.Optional;

/**
 * One step of a trace.
 *
 * @param n its number, from 1
 * @param task who took it
 * @param call the call with its arguments, as strace writes it
 * @param result what came back, as strace writes it after {@code =}
 * @param gate the gate that refused
 * @param changed what is different after it
 */
public record TraceStep(
    int n, String task, String call, String result, Optional<String> gate, List<Change> changed) {
  public TraceStep {
    changed = List.copyOf(changed);
  }

  /**
   * A difference between two states.
   *
   * @param what what changed, such as {@code A.root}, {@code A fd 3} or {@code /jail/d}
   * @param from what it was, paths as seen from the world's own root; empty when it is new
   * @param to what it is; empty when it is gone
   */
  public record Change(String what, String from, String to) {}
}
