package watertight.model.linux.world;

/**
 * A line of a world that cannot be: a file where a directory must be, a task without its parent.
 */
public final class BadWorld extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int line;

  BadWorld(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The index of the line in {@link World#lines}. */
  public int line() {
    return line;
  }
}
