package watertight.model;

import java.util.List;
import java.util.Optional;

/**
 * Which two runs a claim is about, and who watches them. The first run is searched; the second
 * follows it step by step.
 *
 * @param <A> the actions of the machine
 */
public interface Pairing<A> {
  /** The machine of the first run. */
  Machine<A> first();

  /** The machine of the second run: it starts in a state that differs in what is secret. */
  Machine<A> second();

  /** What the second run does before the first begins. */
  default void begin(Cells second) {}

  /** In how many ways the second run may follow an action such as this one. */
  default int choices(A action) {
    return 1;
  }

  /** Why the premise of the claim excludes a step here, if it does. */
  default Optional<String> excluded(TwoRuns.Step<A> step, Cells first, Cells second) {
    return Optional.empty();
  }

  /**
   * What the second run does, or nothing.
   *
   * @param result what became of the step in the first run
   * @param first the state of the first run after it
   */
  Optional<A> follows(TwoRuns.Step<A> step, Result result, Cells first);

  /** What the observer sees of a run when it has taken a step; it has value equality. */
  Object sees(A action, Result result, Cells after);

  /** Whether a step is one that the claim is about. */
  boolean tells(TwoRuns.Step<A> step, TwoRuns.Both<A> both);

  /** The parts that symmetry may exchange: cells are {@link TwoRuns.InRun}. */
  default List<Interchangeable> interchangeable() {
    return List.of();
  }
}
