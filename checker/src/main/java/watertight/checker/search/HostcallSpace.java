package watertight.checker.search;

import java.util.Map;
import java.util.Set;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Reductions;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.verdict.Progress;
import watertight.model.Property;
import watertight.model.enclave.hostcall.Move;

/**
 * The state space of one scenario of the host-call machine, whatever its goal; nothing of it can be
 * set.
 *
 * @param scenario the scenario
 */
record HostcallSpace(HostcallScenario scenario) implements Space {
  private static final Property.OfStates<Move> ALWAYS = cells -> true;

  @Override
  public Map<String, Part> parts() {
    return Map.of();
  }

  @Override
  public Exploration<Move> visit(
      Map<String, Integer> set, Reductions reductions, Progress progress) {
    return Explorer.explore(
        HostcallSystem.question(scenario, Set.of()).machine(),
        ALWAYS,
        null,
        reductions,
        Space.limits(Integer.MAX_VALUE, progress));
  }
}
