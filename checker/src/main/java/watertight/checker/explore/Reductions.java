package watertight.checker.explore;

/**
 * Which states, actions and orders may stand for others; each can be switched off, and the verdicts
 * stay.
 *
 * @param symmetry whether states that differ in the numbers of objects, or in who plays which of
 *     several equal parts, are one
 * @param alike whether arguments that do the same in a state stand for one another
 * @param partialOrder whether of steps that do not touch one another one order stands for all
 */
public record Reductions(boolean symmetry, boolean alike, boolean partialOrder) {
  /** All reductions. */
  public static final Reductions ALL = new Reductions(true, true, true);

  /** No reduction. */
  public static final Reductions NONE = new Reductions(false, false, false);

  /** These but for the one that may lengthen the shortest trace. */
  public Reductions keepingShortest() {
    return new Reductions(symmetry, alike, false);
  }
}
