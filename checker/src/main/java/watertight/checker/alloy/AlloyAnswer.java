package watertight.checker.alloy;

import java.util.Optional;

/**
 * What the solver says to one command.
 *
 * @param kind whether there is an instance: of a {@code check} that is a counterexample
 * @param instance the instance, when there is one and it was asked for
 * @param scope how far the solver looked
 * @param variables the variables of the last formula put to the solver
 * @param clauses its clauses
 * @param seconds how long it took
 */
public record AlloyAnswer(
    Kind kind,
    Optional<Counterexample> instance,
    String scope,
    int variables,
    int clauses,
    double seconds) {
  /** Whether there is an instance within the scope. */
  public enum Kind {
    FOUND,
    NONE,
    OUT_OF_TIME
  }

  /** Whether the solver found an instance. */
  public boolean found() {
    return kind == Kind.FOUND;
  }
}
