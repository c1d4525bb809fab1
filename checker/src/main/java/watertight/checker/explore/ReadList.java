package watertight.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reads of several computations on one state, each once, in the order of the first. */
final class ReadList implements DecisionTree.ReadSink {
  private final int slots;
  private final List<Tracer.Read> reads = new ArrayList<>();
  private int[] seenIn = {};
  private int round;

  ReadList(int slots) {
    this.slots = slots;
  }

  /** Begins a new list. */
  ReadList clear() {
    reads.clear();
    round++;
    return this;
  }

  @Override
  public void read(int slot, Projection projection, int observed) {
    if (isNew(slot) && (projection == null || isNew(projection.number() * slots + slot))) {
      reads.add(new Tracer.Read(slot, projection, observed));
      mark(projection == null ? slot : projection.number() * slots + slot);
    }
  }

  private boolean isNew(int key) {
    return key >= seenIn.length || seenIn[key] != round;
  }

  private void mark(int key) {
    if (key >= seenIn.length) {
      seenIn = Arrays.copyOf(seenIn, Math.max(key + 1, seenIn.length * 2));
    }
    seenIn[key] = round;
  }

  List<Tracer.Read> list() {
    return reads;
  }
}
