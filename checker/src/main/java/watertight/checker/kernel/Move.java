package watertight.checker.kernel;

import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;

/**
 * What a task is told to do.
 *
 * @param task who
 * @param call the call
 * @param kind the whole call, or its beginning or end
 * @param child what a new task is called, where the call makes one
 */
public record Move(Task task, Syscall call, Kind kind, Task child) {
  /** How far a call goes. */
  public enum Kind {
    /** From beginning to end; when it does not come back, the answer is that it blocks. */
    CALL,
    /** The call begins and is expected to wait. */
    BEGIN,
    /** A call that waits comes back. */
    END
  }
}
