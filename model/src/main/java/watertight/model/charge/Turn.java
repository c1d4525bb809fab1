package watertight.model.charge;

import java.util.List;
import watertight.model.Cells;
import watertight.model.Guard;
import watertight.model.Guards;

/**
 * A task at its next atomic step.
 *
 * @param cells the state
 * @param task who takes the step
 * @param state how far it has come
 * @param workload what all tasks do
 * @param guards which guards are in force
 */
record Turn(Cells cells, Task task, TaskState state, Workload workload, Guards guards) {
  boolean has(Guard guard) {
    return guards.has(guard);
  }

  /** Whether pages are handed out after their charge alone; a fork always is. */
  boolean allocatesAfterwards() {
    return has(ChargeGuards.CHARGE_BEFORE_ALLOCATION) || workload.controller() == Controller.PIDS;
  }

  /** Whether limits are set one at a time. */
  boolean serialisesLimits() {
    return has(ChargeGuards.SET_LIMIT_SERIALISED);
  }

  /** Whether forks take process numbers, of which there are only so many. */
  boolean countsNumbers() {
    return workload.pidMax().isPresent();
  }

  void freeNumber() {
    cells.update(new NumbersCell(), new UsageCell.Add(-1));
  }

  Job job() {
    return workload.program(task).jobs().get(state.job());
  }

  /** The groups that a charge to {@code group} is charged to, leaf first. */
  List<Group> levels(Group group) {
    return workload.controller().levels(workload.groups(), group);
  }

  int usage(Group group) {
    return cells.get(new UsageCell(group));
  }

  int max(Group group) {
    return cells.get(new MaxCell(group));
  }

  /** atomic_long_add_return. */
  int addAndReturn(Group group, int pages) {
    int usage = usage(group) + pages;
    cells.set(new UsageCell(group), usage);
    return usage;
  }

  /** atomic_long_sub, by a task that does not look at the result. */
  void subtract(Group group, int pages) {
    cells.update(new UsageCell(group), new UsageCell.Add(-pages));
  }

  /** The task goes on within its job. */
  void goOn(Doing next) {
    put(state.doing(next));
  }

  /** The task is done with its job. */
  void finish() {
    finish(state);
  }

  /** The task is done with its job, and is as {@code then} says. */
  void finish(TaskState then) {
    put(then.next(workload.program(task)));
  }

  void put(TaskState then) {
    cells.set(new TaskCell(task), then);
  }
}
