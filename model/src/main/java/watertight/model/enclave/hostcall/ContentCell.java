package watertight.model.enclave.hostcall;

import watertight.model.Cell;

/** What the enclave wrote last to its file. */
public record ContentCell() implements Cell<Long> {
  @Override
  public Long absent() {
    return 0L;
  }
}
