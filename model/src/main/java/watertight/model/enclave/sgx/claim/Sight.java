package watertight.model.enclave.sgx.claim;

import org.jspecify.annotations.Nullable;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Epcm;
import watertight.model.enclave.sgx.EpcmCell;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.ModeCell;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Pte;
import watertight.model.enclave.sgx.PteCell;
import watertight.model.enclave.sgx.SecsCell;
import watertight.model.enclave.sgx.Seen;
import watertight.model.enclave.sgx.TlbCell;
import watertight.model.enclave.sgx.Translation;
import watertight.model.enclave.sgx.Via;
import watertight.model.enclave.sgx.World;

/** An access, as claims see it: who made it, where it led, whether anything was reached. */
record Sight(World world, Cells before, Action.Access access) {
  /** The enclave that the processor ran, or null. */
  ModeCell.@Nullable Running running() {
    return before.view(new ModeCell(access.processor()), new ModeCell.Runs());
  }

  /** Whether it is an access of an enclave to its own addresses. */
  boolean isInside() {
    ModeCell.Running running = running();
    return running != null && running.range().contains(access.address());
  }

  /** Where it led: by a translation that was kept, else by the page tables; null for nowhere. */
  @Nullable Frame frame() {
    long page = Pages.of(access.address());
    Translation kept = before.view(new TlbCell(access.processor()), new TlbCell.At(page));
    if (kept != null && kept.rwx().allows(access.use())) {
      return kept.frame();
    }
    return switch (access.via()) {
      case Via.Chosen chosen -> chosen.place().frame(world, before);
      case Via.Tables tables -> {
        Pte pte = before.get(new PteCell(process(tables), page));
        yield pte == null ? null : pte.frame();
      }
    };
  }

  private int process(Via.Tables tables) {
    if (tables.process() != Via.Tables.CURRENT) {
      return tables.process();
    }
    ModeCell.Running running = running();
    return running == null ? 0 : before.view(new SecsCell(running.secs()), new SecsCell.Enclave());
  }

  /** What the EPCM says of the page that it led to; null where it is no valid page of the EPC. */
  @Nullable Epcm epcm() {
    Frame frame = frame();
    return frame == null || !world.isEpc(frame) ? null : before.get(new EpcmCell(frame));
  }

  /** Whether it led to a page of the EPC that is not the enclave's that the processor ran. */
  boolean isForeign() {
    Epcm epcm = epcm();
    if (epcm == null) {
      return false;
    }
    ModeCell.Running running = running();
    return running == null || !running.secs().equals(epcm.secs());
  }

  /** Whether a result says that bytes were read, written or fetched. */
  static boolean reached(Result result) {
    return result instanceof Result.Returned(Seen seen) && !(seen instanceof Seen.AbortPage);
  }

  /** Whether the page that it led to is the enclave's own, of this address and with the right. */
  boolean isAsTheEpcmSays() {
    Epcm epcm = epcm();
    return epcm != null
        && epcm.is(PageType.REG, running().secs(), Pages.of(access.address()))
        && epcm.rwx().allows(access.use());
  }
}
