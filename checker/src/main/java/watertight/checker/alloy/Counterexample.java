package watertight.checker.alloy;

import java.util.List;
import java.util.OptionalInt;

/**
 * An instance of a specification over time.
 *
 * @param states the states, the first one being the world it begins in
 * @param steps the events between them; without the idle tail
 * @param loopFrom the state to which the last event leads back, when the events never end
 */
public record Counterexample(List<AlloyState> states, List<AlloyStep> steps, OptionalInt loopFrom) {
  public Counterexample {
    states = List.copyOf(states);
    steps = List.copyOf(steps);
  }

  /** The state before an event. */
  public AlloyState before(AlloyStep step) {
    return states.get(step.number() - 1);
  }

  /** The state after an event. */
  public AlloyState after(AlloyStep step) {
    return step.number() < states.size()
        ? states.get(step.number())
        : states.get(loopFrom.orElseThrow());
  }
}
