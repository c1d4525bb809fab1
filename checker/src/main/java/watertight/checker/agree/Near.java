package watertight.checker.agree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/**
 * The part of procfs that a step can meet. procfs changes with the tasks, which the specifications
 * leave out: so the same part is drawn before and after.
 */
final class Near {
  private final PlainCells cells;
  private final Set<Dentry> near = new LinkedHashSet<>();

  private Near(PlainCells cells) {
    this.cells = cells;
  }

  /**
   * What is near.
   *
   * @param cells the state before the step
   * @param places where somebody or something stands, before it and after it
   * @param at where the walk stands that takes the step, or null
   */
  static Set<Dentry> of(PlainCells cells, List<Path> places, @Nullable Path at) {
    Near near = new Near(cells);
    for (Mount mount : Mounts.all(cells)) {
      near.chain(Mounts.root(cells, mount));
      Path on = Mounts.mountpoint(cells, mount);
      if (on != null) {
        near.chain(on.dentry());
      }
    }
    places.forEach(place -> near.chain(place.dentry()));
    if (at != null && at.dentry() instanceof ProcDentry directory) {
      near.entries(directory);
    }
    return near.near;
  }

  private void chain(Dentry dentry) {
    if (!(dentry instanceof ProcDentry)) {
      return;
    }
    Dentry parent = Tree.parent(cells, dentry);
    if (!parent.equals(dentry)) {
      chain(parent);
    }
    near.add(dentry);
  }

  private void entries(ProcDentry directory) {
    for (String name : names(directory)) {
      Dentry entry = Tree.child(cells, directory, name);
      if (entry != null) {
        near.add(entry);
      }
    }
  }

  private List<String> names(ProcDentry directory) {
    List<String> names = new ArrayList<>(List.of("self", "version", "root", "cwd", "fd", "sched"));
    for (Task task : cells.get(new TasksCell()).list()) {
      if (cells.view(new TaskCell(task), new TaskCell.Runs())) {
        names.add(String.valueOf(cells.view(new TasksCell(), new TasksCell.Pid(task))));
      }
    }
    if (directory instanceof ProcDentry.ProcFdDir(PidNamespace shown, Task task)) {
      Files.table(cells, task).files().keySet().forEach(fd -> names.add("" + fd));
    }
    return names;
  }
}
