package watertight.model;

/**
 * A place in the state that holds one immutable value: a task's credentials, a directory's entries,
 * a mount. Cells are records: two cells with equal components are the same place.
 *
 * @param <T> the type of the value; it must have value equality
 */
public interface Cell<T> {
  /** The value of a cell that was never written; null where the object does not exist. */
  default T absent() {
    return null;
  }

  /** What cells of one sort have in common: their values are of one kind, one for each owner. */
  default Object sort() {
    return getClass();
  }

  /** The object that this cell belongs to, or null for a cell that is always there. */
  default Ref owner() {
    return null;
  }

  /** The cell of the same sort that belongs to another object; only for cells with an owner. */
  default Cell<T> ownedBy(Ref owner) {
    throw new UnsupportedOperationException(this + " has no owner");
  }
}
