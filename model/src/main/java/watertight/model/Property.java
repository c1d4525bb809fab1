package watertight.model;

/**
 * What must hold in every run.
 *
 * @param <A> the actions of the machine
 */
public sealed interface Property<A> {
  /** Whether a step, and the state after it, are as they must be. */
  default boolean holdsAfter(Cells before, A action, Result result, Cells after) {
    return switch (this) {
      case OfStates<A> states -> states.holds(after);
      case OfSteps<A> steps -> steps.holds(before, action, result, after);
    };
  }

  /** A predicate over states. */
  non-sealed interface OfStates<A> extends Property<A> {
    /** Whether the state is as it must be; depends on what it reads from {@code cells} alone. */
    boolean holds(Cells cells);
  }

  /** A predicate over steps. */
  non-sealed interface OfSteps<A> extends Property<A> {
    /**
     * Whether the step is as it must be; depends on the action, the result and what it reads alone.
     */
    boolean holds(Cells before, A action, Result result, Cells after);
  }
}
