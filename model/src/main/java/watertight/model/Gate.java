package watertight.model;

/** A guard that refuses: it has a code, and stands at exactly one place in the rules. */
public interface Gate extends Guard {
  /** What the caller gets. */
  Code code();

  /**
   * Whether the refusal cannot be taken away, since without it there would be nothing to go on
   * with: a name that does not exist, a descriptor that is not open.
   */
  default boolean isFixed() {
    return false;
  }
}
