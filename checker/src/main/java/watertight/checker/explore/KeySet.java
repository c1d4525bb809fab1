package watertight.checker.explore;

/** A set of packed states: open addressing, linear probing. No key may be −1. */
final class KeySet {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int FIRST_BITS = 12;

  private int bits = FIRST_BITS;
  private long[] table = new long[1 << FIRST_BITS];
  private int size;
  private int most = most(FIRST_BITS);
  private long peakBytes = 8L << FIRST_BITS;

  private static int most(int bits) {
    return (int) ((1L << bits) * 17 / 20);
  }

  int size() {
    return size;
  }

  long bytes() {
    return 8L << bits;
  }

  /** The most that was held at once, while the table grew. */
  long peakBytes() {
    return peakBytes;
  }

  /**
   * Reads the places of many keys, so that the memory behind them is fetched for all at once: each
   * read alone would be waited for.
   */
  long touch(long[] keys, int count) {
    long[] places = table;
    int shift = 64 - bits;
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += places[(int) (keys[i] * SPREAD >>> shift)];
    }
    return sum;
  }

  /** Adds a key; whether it is new. */
  boolean add(long key) {
    long[] places = table;
    int mask = places.length - 1;
    long stored = key + 1;
    int at = (int) (key * SPREAD >>> 64 - bits);
    while (true) {
      long there = places[at];
      if (there == stored) {
        return false;
      }
      if (there == 0) {
        places[at] = stored;
        if (++size > most) {
          grow();
        }
        return true;
      }
      at = at + 1 & mask;
    }
  }

  boolean contains(long key) {
    int mask = table.length - 1;
    int at = (int) (key * SPREAD >>> 64 - bits);
    for (long there = table[at]; there != 0; there = table[at]) {
      if (there == key + 1) {
        return true;
      }
      at = at + 1 & mask;
    }
    return false;
  }

  private void grow() {
    long[] old = table;
    if (bits == 30) {
      throw new ScopeTooLarge("more than " + size + " states");
    }
    bits++;
    table = new long[1 << bits];
    most = most(bits);
    peakBytes = Math.max(peakBytes, (8L << bits) + (8L << bits - 1));
    int mask = table.length - 1;
    for (long stored : old) {
      if (stored != 0) {
        int at = (int) ((stored - 1) * SPREAD >>> 64 - bits);
        while (table[at] != 0) {
          at = at + 1 & mask;
        }
        table[at] = stored;
      }
    }
  }
}
