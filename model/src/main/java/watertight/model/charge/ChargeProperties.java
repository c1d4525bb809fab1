package watertight.model.charge;

import watertight.model.Cells;
import watertight.model.Property;

/** The claims as predicates. None of them asks which guards are in force. */
public final class ChargeProperties {
  private ChargeProperties() {}

  /**
   * What is granted at a group or below it never exceeds its limit, and its counter never says less
   * than what is granted: the claim of the charge race in every description of it.
   */
  public static Property.OfStates<Task> boundedAndCovered(Workload workload) {
    return cells -> {
      Ledger ledger = new Ledger(workload, cells);
      boolean holds = true;
      for (Group group : workload.groups().all()) {
        int granted = ledger.granted(group);
        holds &= granted <= max(cells, group) & granted <= usage(cells, group);
      }
      return holds;
    };
  }

  static int max(Cells cells, Group group) {
    return cells.get(new MaxCell(group));
  }

  static int usage(Cells cells, Group group) {
    return cells.get(new UsageCell(group));
  }
}
