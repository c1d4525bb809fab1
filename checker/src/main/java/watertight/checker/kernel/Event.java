package watertight.checker.kernel;

import watertight.model.linux.task.Task;

/** What a kernel did to a task between one move and the next, beside its answer. */
public sealed interface Event {
  /** Whom it happened to. */
  Task task();

  /**
   * A handler ran.
   *
   * @param signal the number of the signal
   * @param pid si_pid, as the handler was told
   * @param uid si_uid
   */
  record Ran(Task task, int signal, int pid, int uid) implements Event {}

  /** The task ended: {@code killed by SIGTERM}, or {@link Answer.Died#UNKNOWN}. */
  record Ended(Task task, String how) implements Event {}
}
