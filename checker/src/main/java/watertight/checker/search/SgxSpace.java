package watertight.checker.search;

import java.util.Map;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Progress;
import watertight.model.Machine;
import watertight.model.Property;

/**
 * The state space of the SGX machine in a world, or of two runs of it, whatever the claim; nothing
 * of it can be set.
 *
 * @param machine the machine
 */
record SgxSpace(Machine<?> machine) implements Space {
  @Override
  public Map<String, Part> parts() {
    return Map.of();
  }

  @Override
  public Exploration<?> visit(Map<String, Integer> set, Reductions reductions, Progress progress) {
    return visit(machine, reductions, progress);
  }

  private static <A> Exploration<A> visit(
      Machine<A> machine, Reductions reductions, Progress progress) {
    Property.OfStates<A> always = cells -> true;
    return Explorer.explore(
        machine, always, null, reductions, Space.limits(Integer.MAX_VALUE, progress));
  }
}
