package watertight.properties.linux.call;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watertight.model.Cells;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/** The directories in which tasks stand or that they hold open. */
final class Held {
  private Held() {}

  static Set<Dentry> by(Cells cells) {
    return cells.get(new TasksCell()).list().stream()
        .filter(task -> cells.view(new TaskCell(task), new TaskCell.Alive()))
        .flatMap(task -> places(cells, task))
        .map(Path::dentry)
        .collect(Collectors.toSet());
  }

  /** Those in which there is no name, so that another directory may take their place. */
  static Set<Dentry> empty(Cells cells) {
    return by(cells).stream()
        .filter(place -> place instanceof TreeDentry)
        .filter(place -> cells.get(new ChildrenCell((TreeDentry) place)).byName().isEmpty())
        .collect(Collectors.toSet());
  }

  /** These, and those above them. */
  static Set<Dentry> andAbove(Cells cells) {
    Set<Dentry> all = new HashSet<>();
    by(cells).forEach(place -> addUpwards(cells, place, all));
    return all;
  }

  private static Stream<Path> places(Cells cells, Task task) {
    FsState fs = cells.get(new FsCell(cells.view(new TaskCell(task), new TaskCell.FsOf())));
    return Stream.concat(Stream.of(fs.cwd()), Files.paths(cells, task));
  }

  private static void addUpwards(Cells cells, Dentry place, Set<Dentry> held) {
    Dentry at = place;
    while (at instanceof TreeDentry && held.add(at)) {
      at = Tree.parent(cells, at);
    }
  }
}
