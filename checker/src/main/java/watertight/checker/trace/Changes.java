package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.PlainCells;

/** What a step has changed, in words. */
final class Changes {
  private Changes() {}

  /** The differences between two states: tasks first, then names, mounts and messages. */
  static List<Change> between(PlainCells before, PlainCells after) {
    if (before.equals(after)) {
      return List.of();
    }
    State was = new State(before);
    State is = new State(after);
    List<Change> changes = new ArrayList<>();
    new TaskChanges(was, is, changes).add();
    new TreeChanges(was, is, changes).add(after);
    new MountChanges(was, is, changes).add(after);
    return changes;
  }
}
