package watertight.checker.verdict;

/** What an engine, or all engines together, say about a claim. */
public enum Verdict {
  /** No counterexample, as far as the strength and the bound go. */
  HOLDS("holds"),
  /** There is a counterexample. */
  BROKEN("broken"),
  /** The check could not have failed, whatever the model does. */
  VACUOUS("vacuous"),
  /** Time, memory or luck did not suffice. */
  INCONCLUSIVE("inconclusive"),
  /** There is an artefact for the claim, and it could not run. */
  NOT_RUN("not-run"),
  /** The engine has no artefact for the claim, which says nothing. */
  NOT_COVERED("not-covered"),
  /** Two descriptions of the same thing differ. */
  DISAGREEMENT("disagreement");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** The word in tables and JSON. */
  public String text() {
    return text;
  }

  /** Whether it answers the claim: it holds, or is broken. */
  public boolean answers() {
    return this == HOLDS || this == BROKEN;
  }
}
