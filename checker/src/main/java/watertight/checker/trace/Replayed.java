package watertight.checker.trace;

/** What came of a run that another description found, and that was played in the model. */
public sealed interface Replayed {
  /** The model reaches what the claim forbids. */
  record Reached(RenderedTrace trace) implements Replayed {}

  /** The model takes every step, and the claim is not broken there. */
  record NotReached(RenderedTrace trace) implements Replayed {}

  /** The model does otherwise than the description. */
  record Differs(String how) implements Replayed {}
}
