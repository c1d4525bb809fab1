package watertight.model.linux.process;

import watertight.model.Cell;
import watertight.model.linux.task.Task;

/** What ties a process to others; absent for one that pid 1 made. */
public record ProcessCell(Task task) implements Cell<ProcessState> {
  @Override
  public ProcessState absent() {
    return ProcessState.DEFAULT;
  }
}
