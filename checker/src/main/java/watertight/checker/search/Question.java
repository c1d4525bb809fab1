package watertight.checker.search;

import java.util.List;
import watertight.checker.explore.Exploration;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Machine;
import watertight.model.Property;

/**
 * What a claim says of one scenario: a machine, and what must hold in every run of it. Engines ask
 * it the same way whatever the system is.
 *
 * @param <A> the actions
 */
public interface Question<A> {
  /** The machine. */
  Machine<A> machine();

  /** What must hold. */
  Property<A> property();

  /** What is broken as soon as the claim's precondition is met. */
  Property<A> witness();

  /** The most steps of a run. */
  int depth();

  /** How far a search went, in words. */
  String bound(Exploration<A> found);

  /** Whether a search to its end would have met this trace. */
  boolean covers(RenderedTrace trace);

  /** The trace of these actions from the start. */
  RenderedTrace trace(String engine, List<A> actions, boolean shortest);
}
