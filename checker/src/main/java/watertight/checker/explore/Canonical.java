package watertight.checker.explore;

import java.util.Arrays;

/**
 * Drops what nobody can reach any more, and numbers the rest anew in the order of first reach from
 * the cells that belong to no object, so that states which differ in numbers alone become one.
 */
final class Canonical {
  private final Slots slots;
  private final boolean renumber;
  private final int[] number = new int[Objects.KINDS * Objects.PER_KIND];
  private final int[] next = new int[Objects.KINDS];
  private final IntList queue = new IntList();
  private final IntList later = new IntList();
  private boolean same;
  private int[] scratch = {};

  Canonical(Slots slots, boolean renumber) {
    this.slots = slots;
    this.renumber = renumber;
    Arrays.fill(number, -1);
  }

  /** Changes {@code state} to its canonical form. */
  void apply(int[] state) {
    reach(state);
    boolean dropped = false;
    for (int slot = 0; slot < slots.size(); slot++) {
      if (state[slot] != 0 && isUnreached(slot)) {
        state[slot] = 0;
        dropped = true;
      }
    }
    if (renumber && !same) {
      renumber(state);
    }
  }

  private boolean isUnreached(int slot) {
    int object = slots.ownerOf(slot);
    return object >= 0 && number[object] < 0;
  }

  private void reach(int[] state) {
    for (int i = 0; i < queue.size(); i++) {
      number[queue.get(i)] = -1;
    }
    Arrays.fill(next, 0);
    queue.clear();
    later.clear();
    same = true;
    IntList roots = slots.roots();
    for (int i = 0; i < roots.size(); i++) {
      visit(roots.get(i), state);
    }
    int done = 0;
    int doneLater = 0;
    while (done < queue.size() || doneLater < later.size()) {
      if (done < queue.size()) {
        visitObject(queue.get(done++), state);
      } else {
        visitKeyed(later.get(doneLater++), state);
      }
    }
  }

  private void visitObject(int object, int[] state) {
    int[] own = slots.ofObject(object);
    if (own == null) {
      return;
    }
    for (int slot : own) {
      if (slot >= 0) {
        visit(slot, state);
      }
    }
  }

  private void visit(int slot, int[] state) {
    int value = state[slot];
    if (value == 0) {
      return;
    }
    ValueTable table = slots.table(slot);
    for (int object : table.refs(value)) {
      reached(object);
    }
    if (table.keyed(value).length > 0) {
      later.add(slot);
    }
  }

  private void reached(int object) {
    if (number[object] < 0) {
      int kind = Objects.kind(object);
      int fresh = renumber ? kind * Objects.PER_KIND + next[kind]++ : object;
      number[object] = fresh;
      same &= fresh == object;
      queue.add(object);
    }
  }

  /** The pairs in the order of their keys' new numbers; keys that nobody reached come last. */
  private void visitKeyed(int slot, int[] state) {
    int[] pairs = slots.table(slot).keyed(state[slot]);
    if (pairs.length == 2) {
      reached(pairs[0]);
      reached(pairs[1]);
      return;
    }
    Integer[] order = new Integer[pairs.length / 2];
    Arrays.setAll(order, i -> 2 * i);
    Arrays.sort(order, (a, b) -> Integer.compareUnsigned(number[pairs[a]], number[pairs[b]]));
    for (int i : order) {
      reached(pairs[i]);
      reached(pairs[i + 1]);
    }
  }

  private void renumber(int[] state) {
    int used = slots.size();
    int[] old = scratch = scratch.length < state.length ? new int[state.length] : scratch;
    System.arraycopy(state, 0, old, 0, used);
    Arrays.fill(state, 0, used, 0);
    for (int slot = 0; slot < used; slot++) {
      if (old[slot] != 0) {
        int value = slots.table(slot).renamed(old[slot], number);
        int object = slots.ownerOf(slot);
        int to = object < 0 ? slot : slots.sibling(slot, number[object]);
        state[to] = value;
      }
    }
  }
}
