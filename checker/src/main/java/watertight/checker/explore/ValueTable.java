package watertight.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Referring;

/** The values that cells of one sort have taken, numbered; 0 is the absent value. */
final class ValueTable {
  private final List<Object> values = new ArrayList<>();
  private final Map<Object, Integer> ids = new HashMap<>();
  private int[][] refs = new int[16][];
  private int[][] keyed = new int[16][];
  private final List<RenameMemo> renamed = new ArrayList<>();
  private final Objects objects;

  ValueTable(Cell<?> cell, Objects objects) {
    this.objects = objects;
    add(cell.absent());
  }

  private int add(Object value) {
    int id = values.size();
    values.add(value);
    ids.put(value, id);
    if (id == refs.length) {
      refs = Arrays.copyOf(refs, id * 2);
      keyed = Arrays.copyOf(keyed, id * 2);
    }
    refs[id] = refsOf(value);
    keyed[id] = keyedOf(value);
    renamed.add(null);
    return id;
  }

  int id(Object value) {
    if (value == null) {
      return 0;
    }
    Integer id = ids.get(value);
    return id != null ? id : add(value);
  }

  Object value(int id) {
    return values.get(id);
  }

  int size() {
    return values.size();
  }

  /** The objects that a value refers to, in an order that does not depend on their numbers. */
  int[] refs(int id) {
    return refs[id];
  }

  /** Keys and values, in turn, of what a value refers to by keys that are objects. */
  int[] keyed(int id) {
    return keyed[id];
  }

  private int[] refsOf(Object value) {
    if (!(value instanceof Referring<?> referring)) {
      return Objects.NONE;
    }
    IntList list = new IntList();
    referring.eachRef(ref -> list.add(objects.index(ref)));
    return list.size() == 0 ? Objects.NONE : list.toArray();
  }

  private int[] keyedOf(Object value) {
    if (!(value instanceof Referring<?> referring)) {
      return Objects.NONE;
    }
    IntList list = new IntList();
    referring.eachKeyed(
        (key, ref) -> {
          list.add(objects.index(key));
          list.add(objects.index(ref));
        });
    return list.size() == 0 ? Objects.NONE : list.toArray();
  }

  /** The value with each object renamed: {@code number} gives its new index. */
  int renamed(int id, int[] number) {
    int[] from = refs[id];
    int[] pairs = keyed[id];
    if (isSame(from, number) && isSame(pairs, number)) {
      return id;
    }
    RenameMemo memo = renamed.get(id);
    if (memo == null) {
      memo = new RenameMemo();
      renamed.set(id, memo);
    }
    Object signature = RenameMemo.signature(from, pairs, number);
    int known = memo.get(signature);
    if (known < 0) {
      known = id(rename((Referring<?>) values.get(id), number));
      memo.put(signature, known);
    }
    return known;
  }

  private Object rename(Referring<?> value, int[] number) {
    return value.renamed((Ref ref) -> ref.withId(objects.id(number[objects.index(ref)])));
  }

  private static boolean isSame(int[] objects, int[] number) {
    for (int object : objects) {
      if (number[object] != object) {
        return false;
      }
    }
    return true;
  }
}
