package watertight.model.enclave.sgx;

/** Linear addresses and the pages that they lie in. */
public final class Pages {
  /** The size of a page. */
  public static final long SIZE = 0x1000;

  private Pages() {}

  /** The page of an address. */
  public static long of(long address) {
    return address & -SIZE;
  }

  /** SDM vol. 1 §3.3.7.1: bits 63 to 47 are equal. */
  public static boolean isCanonical(long address) {
    return address << 16 >> 16 == address;
  }

  /** As the notation writes an address. */
  public static String text(long address) {
    return "0x" + Long.toHexString(address);
  }
}
