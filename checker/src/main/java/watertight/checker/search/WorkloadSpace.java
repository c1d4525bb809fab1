package watertight.checker.search;

import java.util.Map;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Progress;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;

/**
 * The state space of one workload, whatever the claim; nothing of it can be set.
 *
 * @param workload the workload
 */
record WorkloadSpace(Workload workload) implements Space {
  private static final Property.OfStates<Task> ALWAYS = cells -> true;

  @Override
  public Map<String, Part> parts() {
    return Map.of();
  }

  @Override
  public Exploration<Task> visit(
      Map<String, Integer> set, Reductions reductions, Progress progress) {
    return Explorer.explore(
        new ChargeMachine(workload, Guards.all()),
        ALWAYS,
        null,
        reductions,
        Space.limits(Integer.MAX_VALUE, progress));
  }
}
