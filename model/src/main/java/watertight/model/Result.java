package watertight.model;

/** What a party observes when it has taken a step. Never an exception. */
public sealed interface Result {
  /** The step was done. */
  record Returned(Answer answer) implements Result {}

  /** The step was not done: {@code gate} said {@code gate.code()}. The state is as before. */
  record Refused(Gate gate) implements Result {
    /** The code that the caller gets. */
    public Code code() {
      return gate.code();
    }
  }

  /** The step waits for somebody else; the state is as before. */
  record Blocks(String waitsFor) implements Result {}

  /** The party is gone. */
  record Dies(String cause) implements Result {}

  /** The step would go on for ever. */
  record DoesNotEnd(String why) implements Result {}

  /** The party cannot take this step now: it is dead, or waits, or was never there. */
  record NotEnabled(String why) implements Result {}

  /** The bound of the search is reached: the step needs an object that the scope does not have. */
  record OutOfScope(String what) implements Result {}

  /** What a finished step hands back; each machine has its own answers. */
  interface Answer {}

  /**
   * Whether the step was taken, however it went: not {@link NotEnabled}, not {@link OutOfScope}.
   */
  default boolean taken() {
    return !(this instanceof NotEnabled) && !(this instanceof OutOfScope);
  }
}
