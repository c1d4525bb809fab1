package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Update;

/**
 * The version in a slot of a version array; absent when the slot is empty. Versions are compared
 * for equality alone, with those of evicted pages: a version is the number of the place where the
 * page that has it is kept, or {@link #OF_NOTHING} when it is kept nowhere.
 */
public record SlotCell(Frame va, int slot) implements Cell<Integer> {
  /** The version of a page that nobody keeps. */
  public static final int OF_NOTHING = -1;

  /** What was kept at a place is no more. */
  record Forget(int blob) implements Update<Integer> {
    @Override
    public @Nullable Integer apply(@Nullable Integer version) {
      return version != null && version == blob ? (Integer) OF_NOTHING : version;
    }
  }
}
