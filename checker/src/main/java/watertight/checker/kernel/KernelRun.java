package watertight.checker.kernel;

import java.util.List;
import java.util.Map;
import watertight.checker.kernel.seen.Snapshot;

/**
 * How a run went.
 *
 * @param answers one for each move
 * @param snapshots what was seen after the moves for which that was asked
 * @param names for each move, what the descriptors in its call referred to before it, as procfs
 *     shows them; empty for those that were not open
 * @param events for each move, what signals made of the tasks until all was at rest
 * @param retries how often a scoped walk was told to try again, and did
 */
public record KernelRun(
    List<Answer> answers,
    Map<Integer, Snapshot> snapshots,
    List<Map<Integer, String>> names,
    int retries,
    List<List<Event>> events) {
  public KernelRun {
    events = events.stream().map(List::copyOf).toList();
    answers = List.copyOf(answers);
    snapshots = Map.copyOf(snapshots);
    names = List.copyOf(names);
  }

  /** A run in which no walk was disturbed. */
  public KernelRun(
      List<Answer> answers, Map<Integer, Snapshot> snapshots, List<Map<Integer, String>> names) {
    this(answers, snapshots, names, 0, java.util.Collections.nCopies(answers.size(), List.of()));
  }

  /** A run in which no descriptor was looked at. */
  public KernelRun(List<Answer> answers, Map<Integer, Snapshot> snapshots) {
    this(answers, snapshots, List.of());
  }
}
