package watertight.model.charge;

import static watertight.model.charge.ChargeGuards.OFFLINE_GROUP_KEEPS_CHARGES;

import java.util.List;
import watertight.model.Result;

/** Tasks that change their group, and groups that are removed. */
final class Moving {
  private Moving() {}

  /** The task goes to another group; what it holds stays charged where it is. */
  static Result move(Turn turn, Group group) {
    if (turn.cells().get(new OfflineCell(group))) {
      return new Result.Blocks("a group that is gone");
    }
    turn.finish(turn.state().in(group));
    return Did.of("move " + group, "ok");
  }

  /** rmdir: a group that a task is in stays. */
  static Result remove(Turn turn, Group group) {
    for (Task task : turn.workload().tasks()) {
      if (turn.cells().view(new TaskCell(task), new TaskCell.Home()).equals(group)) {
        return new Result.Blocks("tasks in " + group);
      }
    }
    turn.cells().set(new OfflineCell(group), true);
    if (!turn.has(OFFLINE_GROUP_KEEPS_CHARGES)) {
      drop(turn, group);
    }
    turn.finish();
    return Did.of("remove " + group, "ok");
  }

  private static void drop(Turn turn, Group group) {
    int usage = turn.usage(group);
    List<Group> levels = turn.levels(group);
    levels.forEach(level -> turn.subtract(level, usage));
  }
}
