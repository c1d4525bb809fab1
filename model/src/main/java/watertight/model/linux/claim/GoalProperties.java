package watertight.model.linux.claim;

import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.Task;

/** Goals as properties: that they are not reached. */
final class GoalProperties {
  private GoalProperties() {}

  /** No task of the party has a descriptor that is open for reading the object. */
  static Property.OfStates<Move> neverReads(Goal.Reads goal) {
    return cells -> !holds(cells, goal.party(), goal.path(), true);
  }

  /** No task of the party has a descriptor that is open for writing the object. */
  static Property.OfStates<Move> neverWrites(Goal.Writes goal) {
    return cells -> !holds(cells, goal.party(), goal.path(), false);
  }

  private static boolean holds(Cells cells, String party, String name, boolean reading) {
    Path object = Views.labelled(cells, name);
    if (object == null) {
      return false;
    }
    for (Task task : Views.tasksOf(cells, party)) {
      for (OpenFileState file : Views.open(cells, task)) {
        if (file instanceof OpenPath open
            && (reading ? open.access().reads() : open.access().writes())
            && sameObject(cells, open.path(), object)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sameObject(Cells cells, Path one, Path other) {
    return Tree.identity(cells, one.dentry()).equals(Tree.identity(cells, other.dentry()));
  }
}
