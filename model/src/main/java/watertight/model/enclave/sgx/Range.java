package watertight.model.enclave.sgx;

/**
 * A range of linear addresses: ELRANGE.
 *
 * @param base where it begins
 * @param size how long it is
 */
public record Range(long base, long size) {
  /** Whether an address lies in it; addresses and sizes are unsigned. */
  public boolean contains(long address) {
    return Long.compareUnsigned(address - base, size) < 0;
  }
}
