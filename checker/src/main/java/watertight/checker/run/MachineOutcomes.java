package watertight.checker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watertight.checker.text.Place;
import watertight.checker.text.machine.MachineStep;

/** How the steps of a litmus file of a machine of its own went, one after the other. */
final class MachineOutcomes {
  private final List<Place> places;
  private final List<StepOutcome> outcomes = new ArrayList<>();

  /**
   * None yet.
   *
   * @param places where the steps stand
   */
  MachineOutcomes(List<Place> places) {
    this.places = places;
  }

  /** The next step came to this, and that is as expected or not. */
  void add(MachineStep step, String model, Optional<String> gate, boolean ok) {
    outcomes.add(
        new StepOutcome(
            outcomes.size() + 1,
            places.get(outcomes.size()).line(),
            step.actor(),
            step.text(),
            step.expect().text(),
            model,
            Optional.empty(),
            gate,
            ok));
  }

  /** The next step came to this without a refusal, and that is as expected or not. */
  void add(MachineStep step, String model, boolean ok) {
    add(step, model, Optional.empty(), ok);
  }

  /** Somebody saw this. */
  void looked(MachineStep step, String seen) {
    add(step, seen, step.expect().isMet(seen));
  }

  List<StepOutcome> all() {
    return outcomes;
  }
}
