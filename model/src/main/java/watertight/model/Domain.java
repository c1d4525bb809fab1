package watertight.model;

import java.util.List;

/**
 * The values of one argument, in the order in which they are tried, and when two of them may stand
 * for one another.
 *
 * @param values the values, the simplest first
 * @param alike tells which values do the same in a state, or null when only equal values do
 * @param <V> the argument's type
 */
public record Domain<V>(List<V> values, Alike<V> alike) {
  public Domain {
    values = List.copyOf(values);
  }

  /** A domain in which no value stands for another. */
  public static <V> Domain<V> of(List<V> values) {
    return new Domain<>(values, null);
  }

  /**
   * When two values have equal keys in a state, every action of the family does the same with the
   * one as with the other there.
   */
  @FunctionalInterface
  public interface Alike<V> {
    /** The key of {@code value}; it depends on {@code cells} and {@code value} alone. */
    Object key(V value, Cells cells);
  }
}
