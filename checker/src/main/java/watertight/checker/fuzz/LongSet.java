package watertight.checker.fuzz;

/** A set of numbers other than 0, which takes only so many. */
final class LongSet {
  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final int FIRST_SIZE = 1 << 12;

  private final int most;
  private long[] slots = new long[FIRST_SIZE];
  private int size;

  LongSet(int most) {
    this.most = most;
  }

  /** Adds a number, and says whether it is new; never when the set is full. */
  boolean add(long number) {
    int slot = slot(number);
    if (slots[slot] == number || size == most) {
      return false;
    }
    slots[slot] = number;
    if (2 * ++size > slots.length) {
      grow();
    }
    return true;
  }

  private int slot(long number) {
    int mask = slots.length - 1;
    int slot = (int) (number * SPREAD >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (long number : old) {
      if (number != 0) {
        slots[slot(number)] = number;
      }
    }
  }
}
