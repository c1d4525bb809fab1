package watertight.checker.agree.proof;

import watertight.model.PlainCells;
import watertight.model.charge.Doing;
import watertight.model.charge.Group;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.TaskState;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/** One atomic step of the charge machine. */
record ModelStep(Workload workload, Task task, PlainCells before, PlainCells after) {
  TaskState was() {
    return before.get(new TaskCell(task));
  }

  TaskState is() {
    return after.get(new TaskCell(task));
  }

  Doing from() {
    return was().doing();
  }

  Doing to() {
    return is().doing();
  }

  /** How much more, or less, a counter shows. */
  long change(Group group) {
    return (long) after.get(new UsageCell(group)) - before.get(new UsageCell(group));
  }

  /** Whether the task was granted something. */
  boolean grants() {
    return is().held().size() > was().held().size();
  }
}
