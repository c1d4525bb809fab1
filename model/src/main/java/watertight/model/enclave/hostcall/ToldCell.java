package watertight.model.enclave.hostcall;

import watertight.model.Cell;
import watertight.model.View;

/** What the caller was told of the last call. */
public record ToldCell() implements Cell<Told> {
  /** Whether it was told of anything that the shield let pass. */
  public record Passed() implements View<Told, Boolean> {
    @Override
    public Boolean of(Told told) {
      return told != null && !told.rejected();
    }
  }
}
