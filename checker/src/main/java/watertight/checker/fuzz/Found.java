package watertight.checker.fuzz;

import java.util.List;
import java.util.Optional;

/**
 * What fuzzing has found.
 *
 * @param trace the moves that break the property, shrunk, or empty when none were found
 * @param foundAt the length of the trace before it was shrunk
 * @param counts what was done for it
 * @param <A> the machine's actions
 */
public record Found<A>(Optional<List<A>> trace, int foundAt, Counts counts) {
  /**
   * How much was done.
   *
   * @param runs the runs
   * @param steps the moves tried
   * @param changes the moves that changed the state
   * @param witnessed the moves after which the witness was met
   * @param kept the states that were kept for further runs
   * @param shrinking the replays for shrinking
   * @param seconds how long it took
   */
  public record Counts(
      long runs,
      long steps,
      long changes,
      long witnessed,
      long kept,
      long shrinking,
      double seconds) {
    @Override
    public String toString() {
      return "%,d runs, %,d steps, %,d of them changed the state, witness met %,d times, %,d states kept"
          .formatted(runs, steps, changes, witnessed, kept);
    }
  }
}
