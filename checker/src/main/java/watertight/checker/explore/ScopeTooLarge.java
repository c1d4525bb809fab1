package watertight.checker.explore;

/** A search needs more objects or cells than the explorer can number. */
final class ScopeTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScopeTooLarge(String message) {
    super(message);
  }
}
