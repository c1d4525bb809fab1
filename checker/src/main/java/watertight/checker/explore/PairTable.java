package watertight.checker.explore;

import java.util.Arrays;

/** Pairs of ints, each stored once and numbered from 0 in the order of arrival. */
final class PairTable {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int FREE = -1;

  private long[][] chunks = new long[4][];
  private int size;
  private int[] index = new int[1 << 12];
  private int limit;

  PairTable() {
    Arrays.fill(index, FREE);
    limit = limit(index.length);
  }

  /** Three quarters full at most. */
  private static int limit(int length) {
    return length / 4 * 3;
  }

  int size() {
    return size;
  }

  /** The pair's number if it is new, else −1 − its number. */
  int add(int left, int right) {
    long pair = (long) left << 32 | right & 0xffff_ffffL;
    int mask = index.length - 1;
    int at = hash(pair) & mask;
    while (index[at] != FREE) {
      if (get(index[at]) == pair) {
        return -1 - index[at];
      }
      at = at + 1 & mask;
    }
    index[at] = size;
    put(pair);
    if (size > limit) {
      grow();
    }
    return size - 1;
  }

  private void put(long pair) {
    int chunk = size >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[CHUNK];
    }
    chunks[chunk][size & CHUNK - 1] = pair;
    size++;
  }

  private long get(int id) {
    return chunks[id >>> CHUNK_BITS][id & CHUNK - 1];
  }

  int left(int id) {
    return (int) (get(id) >>> 32);
  }

  int right(int id) {
    return (int) get(id);
  }

  private void grow() {
    int[] bigger = new int[index.length * 2];
    Arrays.fill(bigger, FREE);
    int mask = bigger.length - 1;
    for (int id = 0; id < size; id++) {
      int at = hash(get(id)) & mask;
      while (bigger[at] != FREE) {
        at = at + 1 & mask;
      }
      bigger[at] = id;
    }
    index = bigger;
    limit = limit(index.length);
  }

  private static int hash(long pair) {
    long mixed = pair * 0x9E37_79B9_7F4A_7C15L;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8_FEB8_6659_FD93L;
    return (int) (mixed ^ mixed >>> 32);
  }

  long bytes() {
    long held = (long) index.length * Integer.BYTES;
    for (long[] chunk : chunks) {
      held += chunk == null ? 0 : (long) CHUNK * Long.BYTES;
    }
    return held;
  }
}
