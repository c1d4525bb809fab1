package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Update;

/**
 * Which kept blob is the newest of its page. It is for claims to ask; nothing of the processor
 * depends on it.
 */
final class Lineage {
  private Lineage() {}

  /** The page that {@code blob} was made of is now elsewhere than in the blobs that are kept. */
  static void moved(Turn turn, Blob blob) {
    for (int kept = 0; kept < turn.world().blobs(); kept++) {
      turn.cells().update(new BlobCell(kept), new Supersede(blob));
    }
  }

  /** A blob of the same page is not the newest any more. */
  private record Supersede(PageType type, long address, int origin) implements Update<Blob> {
    Supersede(Blob blob) {
      this(blob.type(), blob.address(), blob.origin());
    }

    @Override
    public @Nullable Blob apply(@Nullable Blob kept) {
      return kept != null && kept.isOf(type, address, origin) ? kept.superseded() : kept;
    }
  }
}
