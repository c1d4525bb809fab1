package watertight.model;

/**
 * A change of a cell's value that does not look at what it does not change: put an entry, drop an
 * entry. A rule that updates does not thereby depend on the rest of the value. Updates are records:
 * they are compared.
 *
 * @param <T> the type of the cell's value
 */
public interface Update<T> {
  /** The value after the change. */
  T apply(T value);
}
