package watertight.checker.kernel;

/** Something cannot be put to this kernel; the message says why. */
public final class NotRun extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public NotRun(String reason) {
    super(reason);
  }
}
