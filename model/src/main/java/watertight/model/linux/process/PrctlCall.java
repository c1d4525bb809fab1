package watertight.model.linux.process;

import static watertight.model.linux.signal.SignalGates.DEATH_SIGNAL_NUMBER;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.signal.Init;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCalls;
import watertight.model.linux.task.Task;

/** man 2 prctl, as far as it is about parents; kernel/sys.c. */
public final class PrctlCall {
  private PrctlCall() {}

  /** PR_SET_PDEATHSIG and PR_SET_CHILD_SUBREAPER. */
  public static Result prctl(Caller c, Syscall.Prctl call) {
    return switch (call.option()) {
      case PR_SET_PDEATHSIG -> deathSignal(c, call.argument());
      case PR_SET_CHILD_SUBREAPER -> subreaper(c, call.argument() != 0);
    };
  }

  private static Result deathSignal(Caller c, long signal) {
    if (signal < 0 || signal > Signal.LARGEST) {
      return new Refused(DEATH_SIGNAL_NUMBER);
    }
    if (Signal.isRealTime((int) signal)) {
      return SignalCalls.REAL_TIME;
    }
    ProcessCell cell = new ProcessCell(c.task());
    c.cells().set(cell, c.cells().get(cell).withDeathSignal((int) signal));
    return Reply.zero();
  }

  private static Result subreaper(Caller c, boolean is) {
    Cells cells = c.cells();
    ProcessCell cell = new ProcessCell(c.task());
    ProcessState old = cells.get(cell);
    cells.set(cell, old.withSubreaper(is, old.belowSubreaper()));
    if (is) {
      Kin.children(cells, c.task()).forEach(child -> mark(cells, child));
    }
    return Reply.zero();
  }

  /** Whoever descends from a subreaper has the mark, and hands it on (walk_process_tree). */
  private static void mark(Cells cells, Task task) {
    ProcessState old = cells.get(new ProcessCell(task));
    if (!old.belowSubreaper() && !Init.is(cells, task)) {
      cells.set(new ProcessCell(task), old.withSubreaper(old.subreaper(), true));
      Kin.children(cells, task).forEach(child -> mark(cells, child));
    }
  }
}
