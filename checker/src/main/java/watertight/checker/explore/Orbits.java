package watertight.checker.explore;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cell;
import watertight.model.Interchangeable;

/**
 * Puts the rows of interchangeable parts in order, so that states which differ in nothing but who
 * plays which part become one.
 */
final class Orbits {
  private final List<int[][]> parts = new ArrayList<>();

  Orbits(List<Interchangeable> interchangeable, Slots slots) {
    for (Interchangeable part : interchangeable) {
      if (part.rows().size() > 1) {
        parts.add(part.rows().stream().map(row -> row(row, slots)).toArray(int[][]::new));
      }
    }
  }

  private static int[] row(List<Cell<?>> cells, Slots slots) {
    return cells.stream().mapToInt(slots::of).toArray();
  }

  boolean isTrivial() {
    return parts.isEmpty();
  }

  /** Puts the rows of each part in order. */
  void apply(int[] state) {
    for (int[][] rows : parts) {
      for (int i = 1; i < rows.length; i++) {
        for (int j = i; j > 0 && isLess(state, rows[j], rows[j - 1]); j--) {
          exchange(state, rows[j], rows[j - 1]);
        }
      }
    }
  }

  private static boolean isLess(int[] state, int[] one, int[] other) {
    for (int i = 0; i < one.length; i++) {
      if (state[one[i]] != state[other[i]]) {
        return state[one[i]] < state[other[i]];
      }
    }
    return false;
  }

  private static void exchange(int[] state, int[] one, int[] other) {
    for (int i = 0; i < one.length; i++) {
      int value = state[one[i]];
      state[one[i]] = state[other[i]];
      state[other[i]] = value;
    }
  }
}
