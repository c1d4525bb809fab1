package watertight.model.linux;

import watertight.model.Cell;
import watertight.model.Update;
import watertight.model.linux.task.Task;

/** A task's call that waits between two components; absent when it makes none. */
public record PendingCell(Task task) implements Cell<Pending> {
  /** Tells the walk, if there is one, that somebody has renamed or mounted. */
  public record Disturb() implements Update<Pending> {
    @Override
    public Pending apply(Pending pending) {
      return pending == null ? null : new Pending(pending.call(), pending.walk().disturb());
    }
  }
}
