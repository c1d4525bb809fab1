package watertight.model.enclave.hostcall;

import watertight.model.Cell;

/** How many calls of the program are done. */
public record TurnCell() implements Cell<Integer> {
  @Override
  public Integer absent() {
    return 0;
  }
}
