package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Gate;
import watertight.model.Result;

/** EWB: SDM vol. 3D §40.3. */
final class Evicting {
  private Evicting() {}

  static Result evict(Turn turn, Action.Ewb evict) {
    Frame va = turn.frame(evict.va());
    Frame page = turn.frame(evict.page());
    if (turn.refuses(PagingGates.EWB_VA_OTHER, page.equals(va))) {
      return Turn.refused(PagingGates.EWB_VA_OTHER);
    }
    Epcm epcm = turn.cells().get(new EpcmCell(page));
    if (turn.refuses(PagingGates.EWB_VALID, epcm == null)) {
      return Turn.refused(PagingGates.EWB_VALID);
    }
    if (turn.refuses(PagingGates.EWB_VA, !turn.isType(va, PageType.VA))) {
      return Turn.refused(PagingGates.EWB_VA);
    }
    Gate why = refusal(turn, page, epcm);
    return why == null ? writeOut(turn, evict, epcm) : Turn.refused(why);
  }

  private static @Nullable Gate refusal(Turn turn, Frame page, Epcm epcm) {
    if (!epcm.type().isRegOrTcs()) {
      return Paging.children(turn, page, epcm.type());
    }
    Blocked blocked = turn.cells().get(new BlockedCell(page));
    if (turn.refuses(PagingGates.BLOCKED_BEFORE_EVICT, blocked == null)) {
      return PagingGates.BLOCKED_BEFORE_EVICT;
    }
    boolean tracked =
        blocked == null || blocked.age() >= 1 && Paging.oldest(turn, epcm.secs()) < blocked.age();
    return turn.refuses(PagingGates.TRACKED_BEFORE_EVICT, !tracked)
        ? PagingGates.TRACKED_BEFORE_EVICT
        : null;
  }

  private static Result writeOut(Turn turn, Action.Ewb evict, Epcm epcm) {
    Frame va = turn.frame(evict.va());
    Frame page = turn.frame(evict.page());
    SlotCell slot = new SlotCell(va, evict.slot());
    boolean occupied = turn.cells().has(slot);
    Blob blob = blob(turn, page, epcm);
    Lineage.moved(turn, blob);
    if (evict.keep() == Seen.Evicted.DROPPED) {
      turn.cells().set(slot, SlotCell.OF_NOTHING);
    } else {
      Lineage.forget(turn, evict.keep());
      turn.cells().set(slot, evict.keep());
      turn.cells().set(new BlobCell(evict.keep()), blob);
    }
    turn.free(page);
    return new Result.Returned(
        new Seen.Evicted(
            evict.keep(), occupied ? SgxCode.SGX_VA_SLOT_OCCUPIED : null, plain(turn, blob)));
  }

  /** What the operating system reads of the page where it is written out; null for ciphertext. */
  private static @Nullable String plain(Turn turn, Blob blob) {
    return !turn.has(SgxChoices.EVICT_ENCRYPTS)
            && blob.content() instanceof Content.Data(String bytes)
        ? bytes
        : null;
  }

  private static Blob blob(Turn turn, Frame page, Epcm epcm) {
    Frame owner = epcm.type() == PageType.SECS ? page : epcm.secs();
    int eid = Blob.NO_ENCLAVE;
    int origin = -1;
    if (owner != null) {
      eid = turn.cells().view(new SecsCell(owner), new SecsCell.Eid());
      origin = turn.cells().view(new SecsCell(owner), new SecsCell.Enclave());
    }
    Content content = turn.content(page, epcm.type());
    return new Blob(epcm.type(), epcm.rwx(), eid, epcm.address(), content, origin, true);
  }
}
