package watertight.checker.explore;

/**
 * Which states and actions may stand for others; each can be switched off, and the verdicts stay.
 *
 * @param symmetry whether states that differ in the numbers of objects alone are one
 * @param alike whether arguments that do the same in a state stand for one another
 */
public record Reductions(boolean symmetry, boolean alike) {
  /** All reductions. */
  public static final Reductions ALL = new Reductions(true, true);

  /** No reduction. */
  public static final Reductions NONE = new Reductions(false, false);
}
