package watertight.model.linux.scenario;

import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;

/** What one party does in one step. */
public sealed interface Move {
  /** Who acts. */
  Task task();

  /** A searched party makes a call, whole. */
  record Call(Task task, Syscall call) implements Move {}

  /** A task takes the signals that are pending for it, before its next call. */
  record Deliver(Task task) implements Move {}

  /** A program goes on: its next call begins, or the one under way walks its next component. */
  record Program(Task task) implements Move {}
}
