package watertight.model.charge;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;

/**
 * What the tasks together have been granted, as claims count it: from what each task holds, never
 * from the counters. It reads the same places in every state.
 */
final class Ledger {
  private final Groups groups;
  private final List<Charged> held = new ArrayList<>();

  Ledger(Workload workload, Cells cells) {
    this.groups = workload.groups();
    for (Task task : workload.tasks()) {
      held.addAll(cells.view(new TaskCell(task), new TaskCell.Held()));
    }
  }

  /** Pages charged to a group or below it, allowed, and not given back there or below. */
  int granted(Group group) {
    return held.stream()
        .filter(charged -> groups.isWithin(charged.group(), group))
        .mapToInt(Charged::pages)
        .sum();
  }
}
