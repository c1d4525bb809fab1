package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Update;

/** Whether an EPC page is blocked, and since when; absent when it is not. */
public record BlockedCell(Frame frame) implements Cell<Blocked> {
  /** ETRACK of an enclave: one epoch more has begun. */
  record Older(Frame secs) implements Update<Blocked> {
    @Override
    public @Nullable Blocked apply(@Nullable Blocked blocked) {
      return blocked == null || !blocked.secs().equals(secs)
          ? blocked
          : new Blocked(secs, Epochs.older(blocked.age()));
    }
  }
}
