package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Update;
import watertight.model.View;

/** The translations that a processor keeps. */
public record TlbCell(Processor processor) implements Cell<Tlb> {
  @Override
  public Tlb absent() {
    return Tlb.EMPTY;
  }

  /** The translation of a page, or null. */
  public record At(long page) implements View<Tlb, Translation> {
    @Override
    public @Nullable Translation of(Tlb tlb) {
      return tlb.of(page);
    }
  }

  /** One translation more. */
  record Fill(Translation translation) implements Update<Tlb> {
    @Override
    public Tlb apply(Tlb tlb) {
      return tlb.with(translation);
    }
  }
}
