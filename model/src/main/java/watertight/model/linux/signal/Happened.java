package watertight.model.linux.signal;

import watertight.model.linux.Reply;
import watertight.model.linux.task.Task;

/** What signals made of a task, beside the call that sent them. */
public sealed interface Happened {
  /** Whom it happened to. */
  Task task();

  /** A handler ran. */
  record Ran(Task task, Reply.Handled handled) implements Happened {}

  /** The task ended: {@code killed by SIGTERM}. */
  record Ended(Task task, String how) implements Happened {}
}
