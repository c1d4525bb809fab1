package watertight.checker.explore;

import java.util.List;

/**
 * What a property of states says, by what it reads, where it reads the same places in every state:
 * one look into a table instead of a walk down a decision tree. A place that never varies takes no
 * bits of the index.
 */
final class TruthTable {
  private static final int MOST_BITS = 20;
  private static final byte TRUE = 1;
  private static final byte FALSE = 2;

  private final int[] slots;
  private final Projection[] projections;
  private final int[] base;
  private final int[] bits;
  private final int[] shifts;
  private byte[] truths = {0};
  private boolean usable = true;

  /** A table for a property, by what its first run has read. */
  TruthTable(List<Tracer.Read> reads) {
    int places = reads.size();
    this.slots = new int[places];
    this.projections = new Projection[places];
    this.base = new int[places];
    this.bits = new int[places];
    this.shifts = new int[places];
    for (int i = 0; i < places; i++) {
      slots[i] = reads.get(i).slot();
      projections[i] = reads.get(i).projection();
      base[i] = reads.get(i).observed();
    }
  }

  /** Whether the property has read the same places in every run, and few enough. */
  boolean isUsable() {
    return usable;
  }

  /** What is known for a state, or null. */
  Boolean find(int[] state) {
    int index = usable ? index(state) : -1;
    return index < 0 || truths[index] == 0 ? null : truths[index] == TRUE;
  }

  /** The state's place in the table, or −1 when it has none yet. */
  private int index(int[] state) {
    int index = 0;
    for (int i = 0; i < slots.length; i++) {
      int value = difference(i, state[slots[i]]);
      if (value >>> bits[i] != 0) {
        return -1;
      }
      index |= value << shifts[i];
    }
    return index;
  }

  private int difference(int place, int value) {
    Projection projection = projections[place];
    return (projection == null ? value : projection.of(value)) ^ base[place];
  }

  /** Adds what a run of the property has come to; it must read what the first has read. */
  void put(int[] state, List<Tracer.Read> reads, boolean truth) {
    usable &= isLikeTheFirst(reads);
    if (usable) {
      makeRoom(state);
    }
    if (usable) {
      truths[index(state)] = truth ? TRUE : FALSE;
    }
  }

  private boolean isLikeTheFirst(List<Tracer.Read> reads) {
    if (reads.size() != slots.length) {
      return false;
    }
    for (int i = 0; i < slots.length; i++) {
      if (reads.get(i).slot() != slots[i] || reads.get(i).projection() != projections[i]) {
        return false;
      }
    }
    return true;
  }

  /** Gives each place as many bits as its values need; what was known is learnt again. */
  private void makeRoom(int[] state) {
    if (index(state) >= 0) {
      return;
    }
    int used = 0;
    for (int i = 0; i < slots.length; i++) {
      int value = difference(i, state[slots[i]]);
      bits[i] = Math.max(bits[i], 32 - Integer.numberOfLeadingZeros(value));
      shifts[i] = used;
      used += bits[i];
    }
    usable = used <= MOST_BITS;
    if (usable) {
      truths = new byte[1 << used];
    }
  }
}
