package watertight.model.linux.process;

import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.signal.SignalCell;
import watertight.model.linux.task.Task;

/** What ties a new process to others; kernel/fork.c: copy_process. */
public final class Born {
  private Born() {}

  /** The parent of a child, or null for pid 1: with CLONE_PARENT the caller's own. */
  public static Task parent(Caller c, long flags) {
    Task parent = of(c, flags);
    return parent.equals(Task.INIT) ? null : parent;
  }

  private static Task of(Caller c, long flags) {
    boolean sibling = (flags & CloneFlags.CLONE_PARENT) != 0;
    return sibling ? Kin.parentOf(c.cells(), c.task()) : c.task();
  }

  /** The child is in the caller's group and session, with its mask and dispositions. */
  public static void child(Caller c, Task child, long flags) {
    Cells cells = c.cells();
    boolean sibling = (flags & CloneFlags.CLONE_PARENT) != 0;
    Task parent = of(c, flags);
    ProcessState own = cells.get(new ProcessCell(c.task()));
    int exitSignal = sibling ? own.exitSignal() : (int) (flags & CloneFlags.EXIT_SIGNAL);
    boolean below = isBelowSubreaper(cells, parent);
    int rank = parent.equals(Task.INIT) ? 0 : Kin.lastRank(cells, parent);
    ProcessState state =
        ProcessState.DEFAULT
            .in(Kin.group(cells, c.task()), Kin.session(cells, c.task()))
            .withExitSignal(exitSignal)
            .withSubreaper(false, below)
            .withRank(rank);
    cells.set(new ProcessCell(child), state);
    cells.set(new SignalCell(child), cells.get(new SignalCell(c.task())).inherited());
  }

  /** A task that a world's line makes is forked by its parent: it is in its group and session. */
  public static void inWorld(Cells cells, Task child, Task parent) {
    cells.set(
        new ProcessCell(child),
        ProcessState.DEFAULT.in(Kin.group(cells, parent), Kin.session(cells, parent)));
  }

  private static boolean isBelowSubreaper(Cells cells, Task parent) {
    ProcessState state = cells.get(new ProcessCell(parent));
    return state.subreaper() || state.belowSubreaper();
  }
}
