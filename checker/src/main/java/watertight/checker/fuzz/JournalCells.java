package watertight.checker.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Update;
import watertight.model.View;

/** A state that remembers what the last step changed, and can take it back. */
final class JournalCells implements Cells {
  private final CellMap values;
  private final Map<Cell<?>, @Nullable Object> old = new LinkedHashMap<>();
  private final Cells before = new Before();

  /** A state that begins with these values, and does not change them. */
  JournalCells(CellMap values) {
    this.values = values.copy();
  }

  /** A copy of the values of the cells. */
  CellMap snapshot() {
    return values.copy();
  }

  /** A step begins. */
  void begin() {
    old.clear();
  }

  /** Takes back what was written since {@link #begin}. */
  void undo() {
    old.forEach(values::put);
    old.clear();
  }

  /** Visits each cell that is not what it was at {@link #begin}. */
  void eachChange(Consumer<Cell<?>> visitor) {
    old.forEach(
        (cell, was) -> {
          if (!Objects.equals(was, values.get(cell))) {
            visitor.accept(cell);
          }
        });
  }

  /** The values of the cells; nobody else may change them. */
  CellMap values() {
    return values;
  }

  /** Whether any cell is not what it was at {@link #begin}. */
  boolean isChanged() {
    return old.entrySet().stream()
        .anyMatch(entry -> !Objects.equals(entry.getValue(), values.get(entry.getKey())));
  }

  /** The state as it was at {@link #begin}. */
  Cells before() {
    return before;
  }

  private final class Before implements Cells {
    @Override
    public <T> T get(Cell<T> cell) {
      return old.containsKey(cell) ? orAbsent(cell, old.get(cell)) : JournalCells.this.get(cell);
    }

    @Override
    public <T, V> V view(Cell<T> cell, View<T, V> view) {
      return view.of(get(cell));
    }

    @Override
    public <T> void set(Cell<T> cell, T value) {
      throw new UnsupportedOperationException("the past is read only");
    }

    @Override
    public <T> void update(Cell<T> cell, Update<T> update) {
      throw new UnsupportedOperationException("the past is read only");
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T orAbsent(Cell<T> cell, @Nullable Object value) {
    return value == null ? cell.absent() : (T) value;
  }

  @Override
  public <T> T get(Cell<T> cell) {
    return orAbsent(cell, values.get(cell));
  }

  @Override
  public <T, V> V view(Cell<T> cell, View<T, V> view) {
    return view.of(get(cell));
  }

  @Override
  public <T> void set(Cell<T> cell, T value) {
    boolean absent = value == null || value.equals(cell.absent());
    Object before = values.put(cell, absent ? null : value);
    if (!old.containsKey(cell)) {
      old.put(cell, before);
    }
  }

  @Override
  public <T> void update(Cell<T> cell, Update<T> update) {
    set(cell, update.apply(get(cell)));
  }
}
