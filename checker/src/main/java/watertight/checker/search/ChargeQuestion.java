package watertight.checker.search;

import java.util.List;
import watertight.checker.explore.Exploration;
import watertight.checker.trace.ChargeTrace;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.claim.ChargeScenario;

/**
 * Whether a claim about charging holds for a workload.
 *
 * @param scenario the workload and the claim
 * @param guards which guards are in force
 */
record ChargeQuestion(ChargeScenario scenario, Guards guards) implements Question<Task> {
  @Override
  public ChargeMachine machine() {
    return new ChargeMachine(scenario.workload(), guards);
  }

  @Override
  public Property<Task> property() {
    return scenario.property();
  }

  @Override
  public Property<Task> witness() {
    return scenario.witness();
  }

  @Override
  public int depth() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String bound(Exploration<Task> found) {
    int tasks = scenario.workload().tasks().size();
    int groups = scenario.workload().groups().all().size();
    int depth = found.trace() == null ? found.depth() : found.trace().size();
    String end = found.isExhaustive() ? " (every state seen)" : ", to depth %d".formatted(depth);
    return "%d tasks, %d group%s, every interleaving%s"
        .formatted(tasks, groups, groups == 1 ? "" : "s", end);
  }

  @Override
  public boolean covers(RenderedTrace trace) {
    return trace.without().equals(guards.names())
        && trace.world().equals(ChargeTrace.world(scenario.workload()));
  }

  @Override
  public RenderedTrace trace(String engine, List<Task> actions, boolean shortest) {
    return ChargeTrace.build(engine, scenario, guards, actions, shortest);
  }
}
