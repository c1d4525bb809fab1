package watertight.checker.fuzz;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import watertight.model.Cell;

/**
 * The values of cells. Cells of different sorts often have equal hash codes, since the number of
 * their object is all that is in them: a plain hash map would put them all in one place.
 */
final class CellMap {
  private static final int SPREAD = 0x9e3779b9;
  private static final int SLOTS = 256;

  private @Nullable Cell<?>[] keys;
  private @Nullable Object[] values;
  private int[] marks;
  private int used;

  CellMap() {
    this.keys = new Cell<?>[SLOTS];
    this.values = new Object[SLOTS];
    this.marks = new int[SLOTS];
  }

  private CellMap(CellMap other) {
    this.keys = other.keys.clone();
    this.values = other.values.clone();
    this.marks = other.marks.clone();
    this.used = other.used;
  }

  /** A copy that changes independently of this. */
  CellMap copy() {
    return new CellMap(this);
  }

  private int slot(Cell<?> cell) {
    int mask = keys.length - 1;
    int hash = (cell.hashCode() + cell.getClass().getName().hashCode()) * SPREAD;
    int slot = hash >>> 8 & mask;
    Cell<?> key = keys[slot];
    while (key != null && !key.equals(cell)) {
      slot = slot + 1 & mask;
      key = keys[slot];
    }
    return slot;
  }

  /** The value of a cell, or null. */
  @Nullable Object get(Cell<?> cell) {
    return values[slot(cell)];
  }

  /** Replaces the value of a cell, and gives the old one back. */
  @Nullable Object put(Cell<?> cell, @Nullable Object value) {
    int slot = slot(cell);
    if (keys[slot] == null) {
      if (value == null) {
        return null;
      }
      if (2 * ++used > keys.length) {
        grow();
        slot = slot(cell);
      }
      keys[slot] = cell;
    }
    Object old = values[slot];
    values[slot] = value;
    marks[slot] = 0;
    return old;
  }

  private void grow() {
    Cell<?>[] oldKeys = keys;
    Object[] oldValues = values;
    int[] oldMarks = marks;
    keys = Arrays.copyOf(new Cell<?>[0], 2 * oldKeys.length);
    values = new Object[2 * oldKeys.length];
    marks = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
        marks[slot] = oldMarks[i];
      }
    }
  }

  /** Puts a mark, not 0, on each value that has none. */
  void mark(ToIntBiFunction<Cell<?>, Object> marking) {
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != null && marks[i] == 0) {
        marks[i] = marking.applyAsInt(keys[i], values[i]);
      }
    }
  }

  /** The mark on the value of a cell. */
  int markOf(Cell<?> cell) {
    return marks[slot(cell)];
  }

  /** Visits the marks. */
  void eachMark(IntConsumer visitor) {
    for (int mark : marks) {
      if (mark != 0) {
        visitor.accept(mark);
      }
    }
  }
}
