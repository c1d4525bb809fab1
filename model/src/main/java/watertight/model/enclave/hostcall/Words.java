package watertight.model.enclave.hostcall;

/**
 * The size of a machine word, and what depends on it. Values are longs that extend the sign of
 * their word, so that unsigned comparison of longs is that of words.
 *
 * @param bits how many bits a word has, at most 64
 * @param page how many bytes a page has, a power of two
 * @param errors the largest errno: a result from -errors to -1 is an error
 * @param intBits how many bits an int has
 */
public record Words(int bits, long page, long errors, int intBits) {
  /** Linux on 64 bits. include/linux/err.h: MAX_ERRNO. */
  public static final Words LINUX = new Words(64, 4096, 4095, 32);

  /** The value as a word. */
  public long word(long value) {
    return extend(value, bits);
  }

  /** What an int keeps of a value. */
  public long toInt(long value) {
    return extend(value, intBits);
  }

  /** The sum, which wraps. */
  public long plus(long a, long b) {
    return word(a + b);
  }

  /** Whether a result says that the call failed. */
  public boolean isError(long result) {
    return result < 0 && result >= -errors;
  }

  /** Whether a value starts a page. */
  public boolean isAligned(long value) {
    return (value & (page - 1)) == 0;
  }

  /** The value without its sign: what an address looks like. */
  public long unsigned(long value) {
    return bits == Long.SIZE ? value : value & ((1L << bits) - 1);
  }

  private static long extend(long value, int bits) {
    int other = Long.SIZE - bits;
    return value << other >> other;
  }

  /** Whether {@code a < b} without signs. */
  public static boolean below(long a, long b) {
    return Long.compareUnsigned(a, b) < 0;
  }
}
