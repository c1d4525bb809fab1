package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Update;

/** Which kept blob is the newest of its page, and which versions are those of no kept blob. */
final class Lineage {
  private Lineage() {}

  /** What was kept at a place is no more: its version is the one of nothing that is kept. */
  static void forget(Turn turn, int place) {
    for (Frame frame : turn.world().epcFrames()) {
      if (turn.isType(frame, PageType.VA)) {
        for (int slot = 0; slot < turn.world().slots(); slot++) {
          turn.cells().update(new SlotCell(frame, slot), new SlotCell.Forget(place));
        }
      }
    }
    for (int kept = 0; kept < turn.world().blobs(); kept++) {
      turn.cells().update(new BlobCell(kept), new Forget(place));
    }
  }

  /** The versions in an evicted version array. */
  private record Forget(int place) implements Update<Blob> {
    @Override
    public @Nullable Blob apply(@Nullable Blob kept) {
      return kept == null ? null : kept.forgetting(place);
    }
  }

  /**
   * The page that {@code blob} was made of is now elsewhere than in the blobs that are kept. It is
   * for claims to ask; nothing of the processor depends on it.
   */
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
