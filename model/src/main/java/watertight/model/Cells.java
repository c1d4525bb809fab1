package watertight.model;

/**
 * The state, as rules, claims and parties see it: a finite map from cells to immutable values. Who
 * implements it may watch what is read and written; rules must not care.
 */
public interface Cells {
  /** The whole value of a cell. */
  <T> T get(Cell<T> cell);

  /** A projection of the value of a cell. */
  <T, V> V view(Cell<T> cell, View<T, V> view);

  /** Replaces the value of a cell. */
  <T> void set(Cell<T> cell, T value);

  /** Changes the value of a cell without reading it. */
  <T> void update(Cell<T> cell, Update<T> update);

  /** Whether the cell has a value, that is, whether the object exists. */
  default <T> boolean has(Cell<T> cell) {
    return view(cell, new Exists<T>());
  }

  /** The projection behind {@link #has}. */
  record Exists<T>() implements View<T, Boolean> {
    @Override
    public Boolean of(T value) {
      return value != null;
    }
  }
}
