package watertight.model.charge.claim;

import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.charge.Charged;
import watertight.model.charge.Did;
import watertight.model.charge.Group;
import watertight.model.charge.MaxCell;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.Workload;

/**
 * What the host has left of the process numbers, kernel.pid_max of them. The host is who forks in
 * the root group; its reserve is what the limits of the top groups leave over.
 */
final class ForkProperties {
  private static final Group ROOT = new Group(0);

  private ForkProperties() {}

  /** No fork of the host is refused. */
  static Property.OfSteps<Task> hostForks() {
    return (before, task, result, after) -> !isHostRefused(before, task, result);
  }

  /** A fork of the host is refused only when it has its reserve, less what is in flight. */
  static Property.OfSteps<Task> hostKeepsReserve(Workload workload) {
    return (before, task, result, after) ->
        !isHostRefused(before, task, result)
            || held(workload, before) + inFlight(workload, before) >= reserve(workload, before);
  }

  /** The obvious wording, which is false: only when it has its reserve. */
  static Property.OfSteps<Task> hostKeepsReserveAtOnce(Workload workload) {
    return (before, task, result, after) ->
        !isHostRefused(before, task, result) || held(workload, before) >= reserve(workload, before);
  }

  private static boolean isHostRefused(Cells before, Task task, Result result) {
    return before.view(new TaskCell(task), new TaskCell.Home()).equals(ROOT)
        && result instanceof Result.Returned(Did did)
        && did.result().equals("EAGAIN");
  }

  /** The processes of the host. */
  private static int held(Workload workload, Cells cells) {
    int held = 0;
    for (Task task : workload.tasks()) {
      for (Charged charged : cells.view(new TaskCell(task), new TaskCell.Held())) {
        held += charged.group().equals(ROOT) ? charged.pages() : 0;
      }
    }
    return held;
  }

  private static int inFlight(Workload workload, Cells cells) {
    int numbers = 0;
    for (Task task : workload.tasks()) {
      numbers += cells.view(new TaskCell(task), new TaskCell.Numbers());
    }
    return numbers;
  }

  private static long reserve(Workload workload, Cells cells) {
    long left = workload.pidMax().orElse(0);
    for (Group group : workload.groups().all()) {
      if (ROOT.equals(workload.groups().parent(group))) {
        left -= cells.get(new MaxCell(group));
      }
    }
    return left;
  }
}
