package watertight.model.enclave.sgx;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.View;

/** A place in ordinary memory where the operating system keeps an evicted page. */
public record BlobCell(int number) implements Cell<Blob> {
  /** The versions in what is kept: its own, and those that an evicted version array holds. */
  record Versions() implements View<Blob, Set<Integer>> {
    @Override
    public Set<Integer> of(@Nullable Blob blob) {
      Set<Integer> versions = new HashSet<>();
      if (blob != null) {
        versions.add(blob.version());
      }
      if (blob != null && blob.content() instanceof Content.Versions array) {
        versions.addAll(array.slots());
      }
      return versions;
    }
  }

  /** The EID in what is kept, or −1. */
  public record Eid() implements View<Blob, Integer> {
    @Override
    public Integer of(@Nullable Blob blob) {
      return blob == null ? Blob.NO_ENCLAVE : blob.eid();
    }
  }
}
