package watertight.checker.explore;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/** What a value has become under the renamings that were applied to it before. */
final class RenameMemo {
  private static final int PACKED = Long.BYTES;

  private final Map<Object, Integer> bySignature = new HashMap<>();

  /** The new numbers of a value's objects, in order; packed while they fit into a long. */
  static Object signature(int[] refs, int[] keyed, int[] number) {
    return refs.length + keyed.length <= PACKED
        ? (Object) packed(packed(0, refs, number), keyed, number)
        : listed(refs, keyed, number);
  }

  private static long packed(long start, int[] objects, int[] number) {
    long packed = start;
    for (int object : objects) {
      packed = packed << Byte.SIZE | number[object] % Objects.PER_KIND;
    }
    return packed;
  }

  private static IntBuffer listed(int[] refs, int[] keyed, int[] number) {
    IntBuffer list = IntBuffer.allocate(refs.length + keyed.length);
    for (int object : refs) {
      list.put(number[object]);
    }
    for (int object : keyed) {
      list.put(number[object]);
    }
    return list.flip();
  }

  int get(Object signature) {
    Integer known = bySignature.get(signature);
    return known == null ? -1 : known;
  }

  void put(Object signature, int value) {
    bySignature.put(signature, value);
  }
}
