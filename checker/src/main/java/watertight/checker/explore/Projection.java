package watertight.checker.explore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import watertight.model.View;

/** A view on packed values: which number a value's projection has. */
final class Projection {
  private static final int UNKNOWN = -1;

  private final int number;
  private final ValueTable table;
  private final View<Object, Object> view;
  private final Map<Object, Integer> ids = new HashMap<>();
  private int[] byValue = {};

  Projection(int number, ValueTable table, View<Object, Object> view) {
    this.number = number;
    this.table = table;
    this.view = view;
  }

  /** The projection's number, from 1. */
  int number() {
    return number;
  }

  int of(int value) {
    int[] known = byValue;
    if (value < known.length && known[value] != UNKNOWN) {
      return known[value];
    }
    return compute(value);
  }

  private int compute(int value) {
    if (value >= byValue.length) {
      int old = byValue.length;
      byValue = Arrays.copyOf(byValue, Math.max(value + 1, old * 2 + 8));
      Arrays.fill(byValue, old, byValue.length, UNKNOWN);
    }
    int id = ids.computeIfAbsent(view.of(table.value(value)), seen -> ids.size());
    byValue[value] = id;
    return id;
  }
}
