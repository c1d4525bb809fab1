package watertight.model;

/**
 * A projection of a cell's value: one entry of a directory, "does it exist?". A rule that reads
 * through a view depends on the projection alone. Views are records: they are compared.
 *
 * @param <T> the type of the cell's value
 * @param <V> the type of the projection; it must have value equality
 */
public interface View<T, V> {
  /** The projection of {@code value}, which is null when the cell is absent. */
  V of(T value);
}
