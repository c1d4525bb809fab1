package watertight.checker.search;

import java.util.Map;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Progress;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.World;

/**
 * The state space of the SGX machine in a world, whatever the claim; nothing of it can be set.
 *
 * @param world what there is
 * @param powers who may do what
 */
record SgxSpace(World world, Powers powers) implements Space {
  private static final Property.OfStates<Action> ALWAYS = cells -> true;

  @Override
  public Map<String, Part> parts() {
    return Map.of();
  }

  @Override
  public Exploration<Action> visit(
      Map<String, Integer> set, Reductions reductions, Progress progress) {
    return Explorer.explore(
        new SgxMachine(world, powers, Guards.all()),
        ALWAYS,
        null,
        reductions,
        Space.limits(Integer.MAX_VALUE, progress));
  }
}
