package watertight.model;

import java.util.List;
import java.util.Optional;

/**
 * A system that can be run: a start state, the actions of all parties, and a total step.
 *
 * @param <A> the actions; they must have value equality
 */
public interface Machine<A> {
  /** Writes the start state into {@code cells}, which are all absent. */
  void start(Cells cells);

  /** The actions of all parties, in the order in which they are tried. */
  List<Family<A>> families();

  /**
   * Takes one step. What it does depends on {@code action} and on what it reads from {@code cells}
   * alone. When the step was not {@link Result#taken}, nothing that it wrote counts.
   */
  Result step(A action, Cells cells);

  /**
   * The parts that symmetry may exchange. No cell may stand in two of them, and claims must not
   * tell the rows of one apart.
   */
  default List<Interchangeable> interchangeable() {
    return List.of();
  }

  /**
   * What the actions of a family may ever read and write, or empty for anything. Partial-order
   * reduction rests on it; the explorer checks each step against it.
   */
  default Optional<Footprint> footprint(Family<A> family) {
    return Optional.empty();
  }
}
