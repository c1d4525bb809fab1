package watertight.checker.agree;

/**
 * A state and the next one, as a specification sees them.
 *
 * @param before the first, with all that never changes
 * @param after what may change, in the second
 */
record StatePair(Facts before, Facts after) {
  /** This pair with another second state. */
  StatePair to(Facts other) {
    return new StatePair(before, other);
  }
}
