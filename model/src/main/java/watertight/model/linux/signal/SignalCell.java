package watertight.model.linux.signal;

import watertight.model.Cell;
import watertight.model.linux.task.Task;

/** What a task does with signals; absent while that is the default. */
public record SignalCell(Task task) implements Cell<SignalState> {
  @Override
  public SignalState absent() {
    return SignalState.DEFAULT;
  }
}
