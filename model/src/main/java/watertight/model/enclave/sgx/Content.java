package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in an EPC page. */
public sealed interface Content {
  /** Bytes of an enclave. */
  record Data(String bytes) implements Content {}

  /** The structure of a thread. */
  record Thread(Tcs tcs) implements Content {}

  /** The structure of an enclave. */
  record Structure(Secs secs) implements Content {}

  /** A version in each slot, or null in an empty one. */
  record Versions(List<@Nullable Integer> slots) implements Content {
    public Versions {
      slots = Collections.unmodifiableList(new ArrayList<>(slots));
    }

    /** As this, when what was kept at a place is no more. */
    Versions forgetting(int blob) {
      return new Versions(slots.stream().map(new SlotCell.Forget(blob)::apply).toList());
    }
  }
}
