package watertight.model.enclave.hostcall;

import java.util.List;
import watertight.model.Cell;

/** The bytes of the enclave that were written since the start. */
public record WrittenCell() implements Cell<List<Span>> {
  @Override
  public List<Span> absent() {
    return List.of();
  }
}
