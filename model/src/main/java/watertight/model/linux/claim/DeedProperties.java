package watertight.model.linux.claim;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.linux.Syscall;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry.ProcFdDir;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.PartyCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/** Goals that are done to a task, as properties: that they are not reached. */
final class DeedProperties {
  private DeedProperties() {}

  /** No step of the party does it. */
  static Property.OfSteps<Move> never(Goal.Upon goal) {
    Task victim = goal.victim();
    return (before, move, result, after) ->
        !goal.party().equals(before.get(new PartyCell(move.task())))
            || !switch (goal.deed()) {
              case SIGNALS -> SignalProperties.isSignalled(before, after, victim);
              case TRACES -> traces(before, move, after, victim);
              case OUTLIVES -> !lives(before, victim) && move instanceof Move.Call;
              case RENAMES -> !name(before, victim).equals(name(after, victim));
            };
  }

  /** Nobody opens the directory of descriptors of a task outside its own PID namespace. */
  static Property.OfSteps<Move> neverTracesOutside() {
    return (before, move, result, after) ->
        !lives(after, move.task())
            || freshlyOpened(before, move, after).stream()
                .noneMatch(dentry -> isOutside(after, dentry, move.task()));
  }

  private static boolean isOutside(Cells cells, Dentry dentry, Task mover) {
    return dentry instanceof ProcFdDir of
        && !PidProperties.isIn(cells, of.task(), PidProperties.active(cells, mover));
  }

  /**
   * Is broken once the party has tried: by a call that does it, where nothing stands in the way.
   */
  static Property.OfSteps<Move> neverTried(Goal.Upon goal) {
    if (goal.deed() == Goal.Deed.OUTLIVES) {
      return (before, move, result, after) -> lives(after, goal.victim());
    }
    return (before, move, result, after) ->
        !goal.party().equals(before.get(new PartyCell(move.task())))
            || !(move instanceof Move.Call(Task task, Syscall call))
            || !switch (goal.deed()) {
              case SIGNALS -> call instanceof Syscall.Kill || call instanceof Syscall.Tgkill;
              case TRACES -> lives(after, task) && opensDescriptors(after, task);
              case OUTLIVES -> !lives(after, goal.victim());
              case RENAMES -> call instanceof Syscall.Sethostname;
            };
  }

  private static boolean opensDescriptors(Cells cells, Task task) {
    return opened(cells, task).stream().anyMatch(dentry -> dentry instanceof ProcFdDir);
  }

  private static boolean lives(Cells cells, Task task) {
    return cells.view(new TaskCell(task), new TaskCell.Alive());
  }

  private static String name(Cells cells, Task task) {
    return lives(cells, task) ? cells.get(UtsCell.of(cells, task)).nodename() : "";
  }

  /** Whether the mover has opened what only the victim's directory in a procfs leads to. */
  private static boolean traces(Cells before, Move move, Cells after, Task victim) {
    if (!lives(after, move.task())) {
      return false;
    }
    return freshlyOpened(before, move, after).stream()
        .anyMatch(dentry -> isOf(after, dentry, move.task(), victim));
  }

  private static List<Dentry> freshlyOpened(Cells before, Move move, Cells after) {
    List<Dentry> fresh = opened(after, move.task());
    fresh.removeAll(opened(before, move.task()));
    return fresh;
  }

  private static List<Dentry> opened(Cells cells, Task task) {
    List<Dentry> all = new ArrayList<>();
    for (OpenFileState file : Views.open(cells, task)) {
      Path path = file.pathOrNull();
      if (path != null) {
        all.add(path.dentry());
      }
    }
    return all;
  }

  private static boolean isOf(Cells cells, Dentry dentry, Task mover, Task victim) {
    return switch (dentry) {
      case ProcFdDir directory -> directory.task().equals(victim);
      case NsDentry file ->
          file.namespace().equals(PidProperties.active(cells, victim))
              && !file.namespace().equals(PidProperties.active(cells, mover));
      case Dentry other -> false;
    };
  }
}
