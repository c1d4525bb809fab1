package watertight.properties.linux.call;

import java.util.List;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;
import watertight.properties.linux.world.DrawnWorld;

/**
 * A run: a world, and who calls what there.
 *
 * @param world the start
 * @param calls the calls, in order
 */
public record Run(DrawnWorld world, List<By> calls) {
  /**
   * A call of a task; a task that is not there, or has ended, calls nothing.
   *
   * @param task who calls
   * @param call what
   */
  public record By(Task task, Syscall call) {}

  public Run {
    calls = List.copyOf(calls);
  }
}
