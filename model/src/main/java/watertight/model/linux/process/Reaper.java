package watertight.model.linux.process;

import static watertight.model.linux.process.ProcessChoices.REPARENT_IN_PARENTS_NAMESPACE;

import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.task.Task;

/** Who becomes the parent of orphans; kernel/exit.c: find_new_reaper. */
final class Reaper {
  private Reaper() {}

  /**
   * The nearest living subreaper above the caller, as far as those above it are at its own level;
   * else the init of the caller's PID namespace.
   */
  static Task of(Caller c, Task child) {
    Cells cells = c.cells();
    Task father = c.task();
    PidNamespace own = PidNamespaces.active(cells, father);
    int level = PidNamespaces.level(cells, own);
    if (cells.get(new ProcessCell(father)).belowSubreaper()) {
      Task above = Kin.parentOf(cells, father);
      while (!above.equals(Task.INIT) && level(cells, above) == level) {
        if (cells.get(new ProcessCell(above)).subreaper() && Kin.isAlive(cells, above)) {
          return above;
        }
        above = Kin.parentOf(cells, above);
      }
    }
    return c.has(REPARENT_IN_PARENTS_NAMESPACE)
        ? init(cells, own, father, child)
        : init(cells, PidNamespaces.active(cells, child), father, child);
  }

  private static int level(Cells cells, Task task) {
    return PidNamespaces.level(cells, PidNamespaces.active(cells, task));
  }

  /** An init that ends itself, or is the orphan, leaves it to the one above. */
  private static Task init(Cells cells, PidNamespace namespace, Task father, Task child) {
    Task init = PidNamespaces.init(cells, namespace);
    boolean other = !init.equals(father) && !init.equals(child);
    if (init.equals(Task.INIT) || other && Kin.isKnown(cells, init)) {
      return init;
    }
    PidNamespace above = PidNamespaces.chain(cells, namespace).reversed().get(1);
    return init(cells, above, father, child);
  }
}
