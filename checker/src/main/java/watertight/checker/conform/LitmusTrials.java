package watertight.checker.conform;

import java.util.List;
import java.util.Optional;
import watertight.checker.kernel.Move;
import watertight.checker.run.WholeCalls;
import watertight.checker.text.Litmus;
import watertight.model.linux.Rules;
import watertight.model.linux.world.World;
import watertight.properties.linux.call.Run.By;

/**
 * Litmus files as trials: their worlds and calls alone, since model and kernel judge each other.
 */
final class LitmusTrials {
  private LitmusTrials() {}

  /** The trial, or nothing for a file whose calls are cut between two components of a path. */
  static Optional<Trial> of(Litmus litmus, Rules rules) {
    return of(litmus.world(), WholeCalls.of(litmus.steps()), rules);
  }

  /** The trial of these calls in a world. */
  static Optional<Trial> of(World world, WholeCalls calls, Rules rules) {
    List<By> asked = calls.calls().stream().map(made -> new By(made.task(), made.call())).toList();
    Trial trial = new Trial(world.withoutRules(), asked);
    boolean whole = !calls.cut() && (calls.waits() == 0 || waits(trial, rules) == calls.waits());
    return whole ? Optional.of(trial) : Optional.empty();
  }

  private static long waits(Trial trial, Rules rules) {
    return Planner.plan(trial, rules, false).steps().stream()
        .filter(step -> step.move().kind() == Move.Kind.BEGIN)
        .count();
  }
}
