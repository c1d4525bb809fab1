package watertight.checker.explore;

import java.util.Arrays;

/**
 * A state in one word: the value of each place that varies takes as many bits as its sort has had
 * values so far. A place that has never varied takes none. When a value comes that does not fit,
 * the bits are shared out anew.
 */
final class Packing {
  private static final int WORD = 63;
  private static final int MOST_BITS_OF_A_VALUE = 30;

  private final Slots slots;
  private final int[] base;
  private final int[] shift;
  private final int[] most;
  private int[] varying = {};

  /** A packing in which nothing varies. */
  Packing(Slots slots, int[] start) {
    this.slots = slots;
    this.base = Arrays.copyOf(start, slots.capacity());
    this.shift = new int[slots.capacity()];
    this.most = new int[slots.capacity()];
  }

  private Packing(Packing old) {
    this.slots = old.slots;
    this.base = old.base.clone();
    this.shift = old.shift.clone();
    this.most = old.most.clone();
    this.varying = old.varying;
  }

  /** Whether a value can stand at a place. */
  boolean fits(int slot, int value) {
    int offset = value - base[slot];
    return offset >= 0 && offset <= most[slot];
  }

  /** A key with the value at a place changed. */
  long change(long key, int slot, int from, int to) {
    return key + ((long) (to - from) << shift[slot]);
  }

  long pack(int[] state) {
    long key = 0;
    for (int slot : varying) {
      key |= (long) state[slot] << shift[slot];
    }
    return key;
  }

  /** Writes the values of the places that vary; the others must be there. */
  void unpack(long key, int[] state) {
    for (int slot : varying) {
      state[slot] = (int) (key >>> shift[slot]) & most[slot];
    }
  }

  /** Writes the values of the places that do not vary. */
  void unpackConstant(int[] state) {
    System.arraycopy(base, 0, state, 0, slots.size());
  }

  /**
   * A packing in which this place can have this value, too.
   *
   * @throws TooWide when that does not fit into a word, or a place belongs to an object
   */
  Packing with(int slot, int value) {
    Packing wider = new Packing(this);
    if (!wider.isVarying(slot)) {
      wider.varying = Arrays.copyOf(varying, varying.length + 1);
      wider.varying[varying.length] = slot;
    }
    wider.share(slot, value);
    return wider;
  }

  private boolean isVarying(int slot) {
    for (int one : varying) {
      if (one == slot) {
        return true;
      }
    }
    return false;
  }

  private void share(int wanted, int value) {
    int used = 0;
    for (int slot : varying) {
      if (slots.ownerOf(slot) >= 0) {
        throw new TooWide();
      }
      int values = slots.table(slot).size();
      int largest = slot == wanted ? Math.max(value, values + values / 4) : most[slot];
      int bits = 32 - Integer.numberOfLeadingZeros(largest);
      base[slot] = 0;
      shift[slot] = used;
      most[slot] = (1 << bits) - 1;
      used += bits;
      if (used > WORD || bits > MOST_BITS_OF_A_VALUE) {
        throw new TooWide();
      }
    }
  }

  /** A state needs more than a word. */
  static final class TooWide extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooWide() {
      super("more than a word", null, false, false);
    }
  }
}
