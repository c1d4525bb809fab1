package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.View;

/** The EPCM entry of an EPC page; absent when the page is not valid. */
public record EpcmCell(Frame frame) implements Cell<Epcm> {
  /** The page's type, or null. */
  public record Type() implements View<Epcm, PageType> {
    @Override
    public @Nullable PageType of(@Nullable Epcm epcm) {
      return epcm == null ? null : epcm.type();
    }
  }

  /** Whether it is the page at an address of an enclave. */
  public record IsPage(Frame secs, long address) implements View<Epcm, Boolean> {
    @Override
    public Boolean of(@Nullable Epcm epcm) {
      return epcm != null && secs.equals(epcm.secs()) && epcm.address() == address;
    }
  }

  /** Whether the page belongs to an enclave. */
  public record IsChildOf(Frame secs) implements View<Epcm, Boolean> {
    @Override
    public Boolean of(@Nullable Epcm epcm) {
      return epcm != null && secs.equals(epcm.secs());
    }
  }
}
