package watertight.checker.verdict;

/** What the program says to the shell; in the order of weight when several apply. */
public enum ExitCode {
  /** A fault of the program itself. */
  INTERNAL(70),
  /** Bad usage or bad input. */
  BAD_INPUT(2),
  /** A claim fell, descriptions differ, or a step of a litmus file failed. */
  FELL(1),
  /** A check that could not have failed, or a recorded trace that is stale. */
  VACUOUS(4),
  /** Not known: out of time, an engine not run, no trace found. */
  INCONCLUSIVE(3),
  /** As expected. */
  AS_EXPECTED(0);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The exit status. */
  public int number() {
    return number;
  }

  /** The weightier of this and {@code other}. */
  public ExitCode and(ExitCode other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
