package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watertight.checker.kernel.Move;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusStep;
import watertight.model.linux.Rules;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;
import watertight.properties.linux.call.Run.By;

/**
 * Litmus files as trials: their worlds and calls alone, since model and kernel judge each other.
 */
final class LitmusTrials {
  private LitmusTrials() {}

  /** The trial, or nothing for a file whose calls wait between two components of a path. */
  static Optional<Trial> of(Litmus litmus, Rules rules) {
    List<By> calls = new ArrayList<>();
    int begun = 0;
    for (LitmusStep step : litmus.steps()) {
      switch (step) {
        case LitmusStep.Call s -> calls.add(new By(s.task(), s.call()));
        case LitmusStep.Begin s -> {
          calls.add(new By(s.task(), s.call()));
          begun++;
        }
        case LitmusStep.Again s -> {
          return Optional.empty();
        }
        case LitmusStep.End s -> {}
        case LitmusStep.Exited s -> {}
      }
    }
    Trial trial = new Trial(withoutRules(litmus.world()), calls);
    return begun == 0 || waits(trial, rules) == begun ? Optional.of(trial) : Optional.empty();
  }

  private static long waits(Trial trial, Rules rules) {
    return Planner.plan(trial, rules, false).steps().stream()
        .filter(step -> step.move().kind() == Move.Kind.BEGIN)
        .count();
  }

  /** The settings are those of the kernel that is asked. */
  private static World withoutRules(World world) {
    return new World(
        world.lines().stream().filter(line -> !(line instanceof WorldLine.Rule)).toList());
  }
}
