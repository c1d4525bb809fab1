package watertight.checker.alloy;

/**
 * Something of an instance has no counterpart in the notation of scenarios; the message says what.
 */
final class Inexpressible extends Exception {
  private static final long serialVersionUID = 1L;

  Inexpressible(String what) {
    super(what);
  }
}
