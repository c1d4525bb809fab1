package watertight.model.linux.namespace;

import watertight.model.Cell;
import watertight.model.linux.task.Task;

/** The PID namespace that a task is in for good (task_active_pid_ns); absent in the world's own. */
public record PidCell(Task task) implements Cell<PidNamespace> {
  @Override
  public PidNamespace absent() {
    return PidNamespace.WORLD;
  }
}
