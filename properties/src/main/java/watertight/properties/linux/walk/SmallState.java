package watertight.properties.linux.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.model.linux.world.WorldLine;

/** Builds the state of a small world, with task A where the world says. */
final class SmallState {
  private static final Mount BIND = new Mount(WorldBuilder.DEFAULT_MOUNTS);

  private SmallState() {}

  static Cells of(SmallWorld world) {
    List<WorldLine> lines = new ArrayList<>(world.tree().lines());
    world.bind().ifPresent(bind -> lines.add(new WorldLine.Bind(bind.from(), bind.to())));
    Cells cells = new ArrayCells();
    WorldBuilder.build(new World(lines), cells);
    Fs fs = cells.view(new TaskCell(Task.A), new TaskCell.FsOf());
    cells.set(
        new FsCell(fs), new FsState(path(cells, world.root()), path(cells, world.cwd()), 022));
    return cells;
  }

  private static Path path(Cells cells, SmallWorld.Place place) {
    Path top = Mounts.namespaceRoot(cells);
    Dentry at = top.dentry();
    for (String name : Arrays.asList(place.directory().split("/"))) {
      at = name.isEmpty() ? at : Tree.child(cells, at, name);
    }
    return new Path(place.throughBind() ? BIND : top.mount(), at);
  }
}
