package watertight.model.enclave.sgx;

import java.util.List;

/** How a linear address is translated when no translation is kept. */
public sealed interface Via {
  /** The pages that it names. */
  default List<Place> places() {
    return List.of();
  }

  /** The operating system decides at this moment what the page tables say. */
  record Chosen(Place place, Rwx rwx) implements Via {
    @Override
    public List<Place> places() {
      return List.of(place);
    }
  }

  /**
   * By the page tables of a process, as they stand.
   *
   * @param process the number of the process, or {@link #CURRENT}
   */
  record Tables(int process) implements Via {
    /** The process of the enclave that the processor runs; outside, that of the first enclave. */
    public static final int CURRENT = -1;
  }
}
