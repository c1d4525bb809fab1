package watertight.checker.verdict;

/** How much a {@code holds} says; the strongest first. */
public enum Strength {
  /** Proved by induction, for every size. */
  FOR_ALL("for-all"),
  /** All of the stated scope. */
  EXHAUSTIVE("exhaustive"),
  /** Some of what is possible. */
  SAMPLED("sampled");

  private final String text;

  Strength(String text) {
    this.text = text;
  }

  /** The word in tables and JSON. */
  public String text() {
    return text;
  }
}
