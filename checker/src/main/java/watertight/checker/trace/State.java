package watertight.checker.trace;

import watertight.model.Cells;

/**
 * A state, and what its objects are called.
 *
 * @param cells the state, which does not change any more
 * @param names the names in it
 */
record State(Cells cells, ObjectNames names) {
  State(Cells cells) {
    this(cells, new ObjectNames(cells));
  }
}
