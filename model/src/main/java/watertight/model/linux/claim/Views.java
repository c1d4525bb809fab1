package watertight.model.linux.claim;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.path.OutsideCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.scenario.LabelCell;
import watertight.model.linux.scenario.PartyCell;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/** What claims ask of a state. */
final class Views {
  private Views() {}

  /** The running tasks of a party. */
  static List<Task> tasksOf(Cells cells, String party) {
    return tasks(cells).stream()
        .filter(task -> party.equals(cells.get(new PartyCell(task))))
        .toList();
  }

  /** The running tasks. */
  static List<Task> tasks(Cells cells) {
    List<Task> tasks = new ArrayList<>();
    for (Task task : cells.get(new TasksCell()).list()) {
      if (cells.view(new TaskCell(task), new TaskCell.Alive())) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  static Fs fs(Cells cells, Task task) {
    return cells.view(new TaskCell(task), new TaskCell.FsOf());
  }

  static Path root(Cells cells, Task task) {
    return cells.view(new FsCell(fs(cells, task)), new FsCell.Root());
  }

  static Path cwd(Cells cells, Task task) {
    return cells.view(new FsCell(fs(cells, task)), new FsCell.Cwd());
  }

  /** What a task has open, but for the device that every task is born with. */
  static List<OpenFileState> open(Cells cells, Task task) {
    Path born = cells.get(new OutsideCell()).device();
    List<OpenFileState> open = new ArrayList<>();
    for (OpenFile file : Files.table(cells, task).files().values()) {
      OpenFileState state = cells.get(new OpenFileCell(file));
      if (!born.equals(state.pathOrNull())) {
        open.add(state);
      }
    }
    return open;
  }

  /** The object that had this name at the start, or null. */
  static Path labelled(Cells cells, String name) {
    return path(cells, new LabelCell(name));
  }

  /** The root that the party's first task had at the start. */
  static Path jail(Cells cells, String party) {
    return path(cells, LabelCell.rootOf(party));
  }

  private static Path path(Cells cells, LabelCell cell) {
    LabelCell.Label label = cells.get(cell);
    return label == null ? null : label.path();
  }
}
