package watertight.checker.explore;

import java.util.Arrays;

/** A long list of ints that grows without copying what it holds. */
final class IntChunks {
  private static final int BITS = 16;
  private static final int CHUNK = 1 << BITS;

  private int[][] chunks = new int[4][];
  private int size;

  void add(int item) {
    int chunk = size >>> BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new int[CHUNK];
    }
    chunks[chunk][size++ & CHUNK - 1] = item;
  }

  int get(int index) {
    return chunks[index >>> BITS][index & CHUNK - 1];
  }

  long bytes() {
    return (long) (size + CHUNK - 1 >>> BITS) * CHUNK * Integer.BYTES;
  }
}
