package watertight.checker.explore;

import java.util.Arrays;
import java.util.List;
import watertight.model.Update;

/** What a step does to one cell: a value put there, or updates of whatever value is there. */
final class Rewrite {
  private static final int UNKNOWN = -1;

  private final ValueTable table;
  private final int constant;
  private final List<Update<Object>> updates;
  private int[] byValue = {};

  private Rewrite(ValueTable table, int constant, List<Update<Object>> updates) {
    this.table = table;
    this.constant = constant;
    this.updates = updates;
  }

  static Rewrite put(int value) {
    return new Rewrite(null, value, null);
  }

  static Rewrite of(ValueTable table, List<Update<Object>> updates) {
    return new Rewrite(table, UNKNOWN, List.copyOf(updates));
  }

  int apply(int value) {
    if (updates == null) {
      return constant;
    }
    int[] known = byValue;
    return value < known.length && known[value] != UNKNOWN ? known[value] : compute(value);
  }

  private int compute(int value) {
    if (value >= byValue.length) {
      int old = byValue.length;
      byValue = Arrays.copyOf(byValue, Math.max(value + 1, old * 2 + 8));
      Arrays.fill(byValue, old, byValue.length, UNKNOWN);
    }
    Object result = table.value(value);
    for (Update<Object> update : updates) {
      result = update.apply(result);
    }
    byValue[value] = table.id(result);
    return byValue[value];
  }
}
