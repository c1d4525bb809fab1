package watertight.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Update;
import watertight.model.View;

/** A packed state behind {@link Cells} that writes down what a run of a rule reads and writes. */
final class Tracer implements Cells {
  /** One read: a place, and the view that it was read through, or null for the whole value. */
  record Read(int slot, Projection projection, int observed) {}

  private final Slots slots;
  private final Projections projections;
  private final int[] state;
  private final int offset;
  private final List<Read> reads;
  private final Set<Integer> whole = new HashSet<>();
  private final Map<Projection, Set<Integer>> viewed = new HashMap<>();
  private final Map<Integer, Object> written = new LinkedHashMap<>();
  private final Map<Integer, List<Update<Object>>> updated = new LinkedHashMap<>();

  Tracer(Slots slots, Projections projections, int[] state) {
    this(slots, projections, state, 0, new ArrayList<>());
  }

  /** A tracer whose reads count from {@code offset}, among those of another. */
  Tracer(Slots slots, Projections projections, int[] state, int offset, List<Read> reads) {
    this.slots = slots;
    this.projections = projections;
    this.state = state;
    this.offset = offset;
    this.reads = reads;
  }

  List<Read> reads() {
    return reads;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T get(Cell<T> cell) {
    return (T) current(slots.of(cell));
  }

  private Object current(int slot) {
    if (written.containsKey(slot)) {
      return written.get(slot);
    }
    if (whole.add(slot)) {
      reads.add(new Read(offset + slot, null, state[slot]));
    }
    Object value = slots.table(slot).value(state[slot]);
    for (Update<Object> update : updated.getOrDefault(slot, List.of())) {
      value = update.apply(value);
    }
    return value;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T, V> V view(Cell<T> cell, View<T, V> view) {
    int slot = slots.of(cell);
    if (written.containsKey(slot) || updated.containsKey(slot)) {
      return view.of((T) current(slot));
    }
    Object value = slots.table(slot).value(state[slot]);
    if (!whole.contains(slot)) {
      Projection projection = projections.of(slots.table(slot), (View<Object, Object>) view);
      if (viewed.computeIfAbsent(projection, p -> new HashSet<>()).add(slot)) {
        reads.add(new Read(offset + slot, projection, projection.of(state[slot])));
      }
    }
    return view.of((T) value);
  }

  @Override
  public <T> void set(Cell<T> cell, T value) {
    int slot = slots.of(cell);
    updated.remove(slot);
    written.put(slot, value == null ? cell.absent() : value);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> void update(Cell<T> cell, Update<T> update) {
    int slot = slots.of(cell);
    if (written.containsKey(slot)) {
      written.put(slot, update.apply((T) written.get(slot)));
    } else {
      updated.computeIfAbsent(slot, s -> new ArrayList<>()).add((Update<Object>) update);
    }
  }

  /** The places written to. */
  int[] writtenSlots() {
    Set<Integer> all = new java.util.TreeSet<>(written.keySet());
    all.addAll(updated.keySet());
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What was done to a place written to. */
  Rewrite rewrite(int slot) {
    return written.containsKey(slot)
        ? Rewrite.put(slots.table(slot).id(written.get(slot)))
        : Rewrite.of(slots.table(slot), updated.get(slot));
  }
}
