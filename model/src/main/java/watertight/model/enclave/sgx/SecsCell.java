package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.View;

/** The SECS in an EPC page; absent where there is none. */
public record SecsCell(Frame frame) implements Cell<Secs> {
  /** EID, or −1 where there is no SECS. */
  public record Eid() implements View<Secs, Integer> {
    @Override
    public Integer of(@Nullable Secs secs) {
      return secs == null ? Blob.NO_ENCLAVE : secs.eid();
    }
  }

  /** ATTRIBUTES.INIT. */
  public record IsInit() implements View<Secs, Boolean> {
    @Override
    public Boolean of(@Nullable Secs secs) {
      return secs != null && secs.init();
    }
  }

  /** ELRANGE, or null. */
  public record Elrange() implements View<Secs, Range> {
    @Override
    public @Nullable Range of(@Nullable Secs secs) {
      return secs == null ? null : secs.range();
    }
  }

  /** Which enclave of the world it is, or −1. */
  public record Enclave() implements View<Secs, Integer> {
    @Override
    public Integer of(@Nullable Secs secs) {
      return secs == null ? -1 : secs.enclave();
    }
  }
}
