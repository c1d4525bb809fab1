package watertight.checker.report;

import java.util.List;
import java.util.Optional;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Evidence;

/**
 * The answer to somebody's own situation.
 *
 * @param evidence what the search says
 * @param sets the smallest sets of guards that decide: put back, they stop the trace; taken away,
 *     they break what holds
 * @param size up to which size all sets were looked at
 */
public record SearchReport(Evidence evidence, List<List<String>> sets, int size) {
  public SearchReport {
    sets = List.copyOf(sets);
  }

  /** The trace to the goal. */
  Optional<RenderedTrace> trace() {
    return evidence.trace();
  }

  /** What the sets say. */
  String meaning() {
    return trace().isPresent() ? "stopped by" : "rests on";
  }

  /** The name of the sets in JSON. */
  String field() {
    return trace().isPresent() ? "stoppedBy" : "breaksWithout";
  }
}
