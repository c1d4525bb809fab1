package watertight.checker.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watertight.model.Cell;
import watertight.model.Ref;

/**
 * Which cell has which place in a packed state. Places are given out as cells are first touched.
 */
final class Slots {
  private final Objects objects = new Objects();
  private final Map<Cell<?>, Integer> byCell = new HashMap<>();
  private final List<Cell<?>> cells = new ArrayList<>();
  private final Map<Object, ValueTable> tablesBySort = new HashMap<>();
  private final Map<Object, Integer> sorts = new HashMap<>();
  private final ValueTable[] tables;
  private final IntList roots = new IntList();
  private final int[] owner;
  private final int[] sort;
  private final int[][] ofObject = new int[Objects.KINDS * Objects.PER_KIND][];
  private final int capacity;

  Slots(int capacity) {
    this.capacity = capacity;
    this.tables = new ValueTable[capacity];
    this.owner = new int[capacity];
    this.sort = new int[capacity];
  }

  /** Gives places to these cells, in this order, before any is touched. */
  void lay(List<Cell<?>> order) {
    order.forEach(this::of);
  }

  /**
   * The cells touched so far, those of one sort side by side: what changes together lies together,
   * so that packed states share more.
   */
  List<Cell<?>> bySort() {
    List<Integer> order = new ArrayList<>();
    for (int slot = 0; slot < cells.size(); slot++) {
      order.add(slot);
    }
    order.sort(
        Comparator.<Integer>comparingInt(slot -> owner[slot] < 0 ? 0 : 1)
            .thenComparingInt(slot -> owner[slot] < 0 ? sort[slot] : Objects.kind(owner[slot]))
            .thenComparingInt(slot -> sort[slot])
            .thenComparingInt(slot -> owner[slot]));
    List<Cell<?>> ordered = new ArrayList<>();
    order.forEach(slot -> ordered.add(cells.get(slot)));
    return ordered;
  }

  Objects objects() {
    return objects;
  }

  int capacity() {
    return capacity;
  }

  int size() {
    return cells.size();
  }

  /** The place of a cell. */
  int of(Cell<?> cell) {
    Integer slot = byCell.get(cell);
    return slot != null ? slot : add(cell);
  }

  private int add(Cell<?> cell) {
    int slot = cells.size();
    if (slot == capacity) {
      throw new TooFewSlots();
    }
    byCell.put(cell, slot);
    cells.add(cell);
    tables[slot] = tablesBySort.computeIfAbsent(cell.sort(), sort -> newTable(cell));
    Ref of = cell.owner();
    sort[slot] = sorts.get(cell.sort());
    owner[slot] = of == null ? -1 : objects.index(of);
    if (of == null) {
      roots.add(slot);
    } else {
      own(owner[slot], sort[slot], slot);
    }
    return slot;
  }

  private ValueTable newTable(Cell<?> cell) {
    sorts.put(cell.sort(), sorts.size());
    return new ValueTable(cell, objects);
  }

  /** An object's places stand in the order of the sorts; −1 where the cell was never touched. */
  private void own(int object, int sort, int slot) {
    int[] slots = ofObject[object];
    int known = slots == null ? 0 : slots.length;
    if (sort >= known) {
      int[] more = new int[sort + 1];
      java.util.Arrays.fill(more, -1);
      if (slots != null) {
        System.arraycopy(slots, 0, more, 0, known);
      }
      ofObject[object] = more;
    }
    ofObject[object][sort] = slot;
  }

  Cell<?> cell(int slot) {
    return cells.get(slot);
  }

  ValueTable table(int slot) {
    return tables[slot];
  }

  /** The places of cells that belong to no object. */
  IntList roots() {
    return roots;
  }

  /** The places of an object's cells by sort, or null; −1 for a sort never touched. */
  int[] ofObject(int object) {
    return ofObject[object];
  }

  /** The object that the cell at a place belongs to, or −1. */
  int ownerOf(int slot) {
    return owner[slot];
  }

  /** The place of the cell like the one at {@code slot} that belongs to another object. */
  int sibling(int slot, int object) {
    int[] known = ofObject[object];
    int wanted = sort[slot];
    if (known != null && wanted < known.length && known[wanted] >= 0) {
      return known[wanted];
    }
    Cell<?> cell = cells.get(slot);
    return of(cell.ownedBy(cell.owner().withId(objects.id(object))));
  }

  /** More cells were touched than there are places: the search begins again with more. */
  static final class TooFewSlots extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
