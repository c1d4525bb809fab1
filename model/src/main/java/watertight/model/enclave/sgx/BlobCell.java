package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.View;

/** A place in ordinary memory where the operating system keeps an evicted page. */
public record BlobCell(int number) implements Cell<Blob> {
  /** The EID in what is kept, or −1. */
  public record Eid() implements View<Blob, Integer> {
    @Override
    public Integer of(@Nullable Blob blob) {
      return blob == null ? Blob.NO_ENCLAVE : blob.eid();
    }
  }
}
