package watertight.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** The state as plain values: the semantics of {@link Cells} that everybody reads. */
public final class PlainCells implements Cells {
  private Map<Cell<?>, Object> values;
  private boolean shared;

  private PlainCells(Map<Cell<?>, Object> values) {
    this.values = values;
  }

  /** A state in which every cell is absent. */
  public static PlainCells empty() {
    return new PlainCells(new LinkedHashMap<>());
  }

  /** A copy that changes independently of this: the values are copied by whoever writes first. */
  public PlainCells copy() {
    PlainCells copy = new PlainCells(values);
    copy.shared = true;
    shared = true;
    return copy;
  }

  /** Whether this is a copy of another state, and nobody has written to either since. */
  public boolean isAsCopiedFrom(PlainCells other) {
    return values == other.values;
  }

  private Map<Cell<?>, Object> own() {
    if (shared) {
      values = new LinkedHashMap<>(values);
      shared = false;
    }
    return values;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T get(Cell<T> cell) {
    Object value = values.get(cell);
    return value == null ? cell.absent() : (T) value;
  }

  @Override
  public <T, V> V view(Cell<T> cell, View<T, V> view) {
    return view.of(get(cell));
  }

  @Override
  public <T> void set(Cell<T> cell, T value) {
    if (value == null || value.equals(cell.absent())) {
      own().remove(cell);
    } else {
      own().put(cell, value);
    }
  }

  @Override
  public <T> void update(Cell<T> cell, Update<T> update) {
    set(cell, update.apply(get(cell)));
  }

  /** The cells that are not absent, with their values, in the order of their first writing. */
  public Map<Cell<?>, Object> values() {
    return java.util.Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlainCells that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
