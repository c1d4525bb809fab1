package watertight.model.linux.process;

import watertight.model.Cells;
import watertight.model.linux.task.Task;

/** Who becomes the parent of orphans; kernel/exit.c: find_new_reaper. */
final class Reaper {
  private Reaper() {}

  /** The nearest living subreaper above {@code father}, else pid 1. */
  static Task of(Cells cells, Task father) {
    if (!cells.get(new ProcessCell(father)).belowSubreaper()) {
      return Task.INIT;
    }
    Task above = Kin.parentOf(cells, father);
    while (!above.equals(Task.INIT)) {
      if (cells.get(new ProcessCell(above)).subreaper() && Kin.isAlive(cells, above)) {
        return above;
      }
      above = Kin.parentOf(cells, above);
    }
    return Task.INIT;
  }
}
