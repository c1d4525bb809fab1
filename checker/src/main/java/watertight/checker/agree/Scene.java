package watertight.checker.agree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.linux.Pending;
import watertight.model.linux.PendingCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/**
 * A state of the model with the walks under way in it.
 *
 * @param cells the state
 * @param walks where the walks of the tasks stand
 */
record Scene(PlainCells cells, Map<Task, Standing> walks) {
  /** The state with the walks of the calls that wait. */
  static Scene of(PlainCells cells) {
    Map<Task, Standing> walks = new LinkedHashMap<>();
    for (Task task : tasks(cells)) {
      Pending pending = cells.get(new PendingCell(task));
      if (pending != null) {
        walks.put(task, Standing.of(pending));
      }
    }
    return new Scene(cells, walks);
  }

  /** This scene with another walk of a task. */
  Scene with(Task task, Standing standing) {
    Map<Task, Standing> more = new LinkedHashMap<>(walks);
    more.put(task, standing);
    return new Scene(cells, more);
  }

  /** The tasks that run. */
  static List<Task> tasks(PlainCells cells) {
    List<Task> tasks = new ArrayList<>(cells.get(new TasksCell()).list());
    tasks.removeIf(task -> !cells.view(new TaskCell(task), new TaskCell.Runs()));
    return tasks;
  }

  /** Where somebody stands. */
  List<Path> places() {
    List<Path> places = new ArrayList<>();
    for (Standing standing : walks.values()) {
      places.add(standing.walk().at());
      places.add(standing.walk().root());
    }
    for (Task task : tasks(cells)) {
      var fs = cells.get(new FsCell(cells.get(new TaskCell(task)).fs()));
      places.add(fs.root());
      places.add(fs.cwd());
      places.addAll(People.held(cells, task));
    }
    return places;
  }

  /** Where the walk of {@code task} stands, or null. */
  @Nullable Path at(Task task) {
    Standing standing = walks.get(task);
    return standing == null ? null : standing.walk().at();
  }

  /** The part of procfs that a step of {@code mover} from here to {@code after} can meet. */
  Set<watertight.model.linux.path.Dentry> near(Scene after, Task mover) {
    List<Path> places = places();
    places.addAll(after.places());
    return Near.of(cells, places, at(mover));
  }
}
