package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Update;
import watertight.model.View;

/** What a processor runs: absent when it is not in enclave mode. */
public record ModeCell(Processor processor) implements Cell<Inside> {
  /**
   * What an access depends on.
   *
   * @param secs the active SECS
   * @param range ELRANGE
   */
  public record Running(Frame secs, Range range) {}

  /** The enclave that it runs, or null. */
  public record Runs() implements View<Inside, Running> {
    @Override
    public @Nullable Running of(@Nullable Inside inside) {
      return inside == null ? null : new Running(inside.secs(), inside.range());
    }
  }

  /** Since how many epochs it has been inside an enclave; −1 when it is not. */
  public record AgeIn(Frame secs) implements View<Inside, Integer> {
    @Override
    public Integer of(@Nullable Inside inside) {
      return inside == null || !inside.secs().equals(secs) ? -1 : inside.age();
    }
  }

  /** ETRACK of an enclave: one epoch more has begun. */
  record Older(Frame secs) implements Update<Inside> {
    @Override
    public @Nullable Inside apply(@Nullable Inside inside) {
      return inside == null || !inside.secs().equals(secs)
          ? inside
          : new Inside(
              secs, inside.range(), inside.tcs(), inside.ssa(), Epochs.older(inside.age()));
    }
  }
}
