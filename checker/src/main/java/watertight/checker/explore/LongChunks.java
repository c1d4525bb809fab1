package watertight.checker.explore;

import java.util.Arrays;

/** A long list of longs that never moves what it holds. */
final class LongChunks {
  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;

  private long[][] chunks = new long[4][];
  private int size;

  int size() {
    return size;
  }

  void add(long value) {
    int chunk = size >> BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[1 << BITS];
    }
    chunks[chunk][size++ & MASK] = value;
  }

  long get(int index) {
    return chunks[index >> BITS][index & MASK];
  }

  void set(int index, long value) {
    chunks[index >> BITS][index & MASK] = value;
  }

  long bytes() {
    return 8L * (size + MASK >> BITS << BITS);
  }
}
