package watertight.checker.kernel;

import java.util.List;
import java.util.Map;
import watertight.checker.kernel.seen.Snapshot;

/**
 * How a run went.
 *
 * @param answers one for each move
 * @param snapshots what was seen after the moves for which that was asked
 */
public record KernelRun(List<Answer> answers, Map<Integer, Snapshot> snapshots) {
  public KernelRun {
    answers = List.copyOf(answers);
    snapshots = Map.copyOf(snapshots);
  }
}
