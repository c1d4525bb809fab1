package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Update;

/** The TCS in an EPC page; absent where there is none. */
public record TcsCell(Frame frame) implements Cell<Tcs> {
  /** A processor leaves: whether the TCS is free again, and how many frames more are in use. */
  record Left(boolean free, int frames) implements Update<Tcs> {
    @Override
    public @Nullable Tcs apply(@Nullable Tcs tcs) {
      return tcs == null ? null : tcs.active(!free).cssa(tcs.cssa() + frames);
    }
  }
}
