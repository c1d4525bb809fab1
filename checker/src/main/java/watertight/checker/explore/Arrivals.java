package watertight.checker.explore;

import java.util.Arrays;

/**
 * The packed states that were met, in the order of arrival. New ones are gathered first, and looked
 * up many at a time.
 */
final class Arrivals {
  private static final int AT_ONCE = 1024;

  private final LongChunks arrived = new LongChunks();
  private KeySet seen = new KeySet();
  private long[] gathered = new long[2 * AT_ONCE];
  private int count;

  /** Only keeps the reads of {@link KeySet#touch} from being left out. */
  private long touched;

  int size() {
    return arrived.size();
  }

  long get(int id) {
    return arrived.get(id);
  }

  /** Whether a state was looked up before. */
  boolean contains(long key) {
    return seen.contains(key);
  }

  void gather(long key) {
    if (count == gathered.length) {
      gathered = Arrays.copyOf(gathered, count * 2);
    }
    gathered[count++] = key;
  }

  int gathered() {
    return count;
  }

  /** Takes back what was gathered since there were {@code count}. */
  void forgetAfter(int count) {
    this.count = count;
  }

  boolean isFull() {
    return count >= AT_ONCE;
  }

  /** Looks up what was gathered; what is new arrives. */
  void lookUp() {
    touched += seen.touch(gathered, count);
    for (int i = 0; i < count; i++) {
      if (seen.add(gathered[i])) {
        arrived.add(gathered[i]);
      }
    }
    count = 0;
  }

  /** Packs every state anew; nothing may be gathered. */
  void pack(Packing old, Packing wider, int[] values) {
    KeySet keys = new KeySet();
    for (int id = 0; id < arrived.size(); id++) {
      old.unpackConstant(values);
      old.unpack(arrived.get(id), values);
      long packed = wider.pack(values);
      arrived.set(id, packed);
      keys.add(packed);
    }
    seen = keys;
  }

  /** The memory for visited states. */
  long seenBytes() {
    return seen.bytes();
  }

  /** The memory now, queue and parents included. */
  long bytes() {
    return seen.bytes() + arrived.bytes();
  }

  /** The most memory so far, queue and parents included. */
  long peakBytes() {
    return seen.peakBytes() + arrived.bytes();
  }
}
