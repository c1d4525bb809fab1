package watertight.model.charge;

import watertight.model.Cell;

/** Whether a group was removed. */
public record OfflineCell(Group group) implements Cell<Boolean> {
  @Override
  public Boolean absent() {
    return false;
  }
}
