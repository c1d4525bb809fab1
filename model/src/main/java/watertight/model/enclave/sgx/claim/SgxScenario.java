package watertight.model.enclave.sgx.claim;

import java.util.function.Function;
import watertight.model.Property;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.World;

/**
 * A situation that a claim is looked at in.
 *
 * @param name its name below specs/scenarios
 * @param claim the claim
 * @param title what it is about
 * @param world what there is
 * @param powers who may do what
 * @param predicate what must hold, in a world
 * @param precondition what is broken as soon as the claim is about something, in a world
 */
public record SgxScenario(
    String name,
    String claim,
    String title,
    World world,
    Powers powers,
    Function<World, Property<Action>> predicate,
    Function<World, Property<Action>> precondition) {
  /** What must hold. */
  public Property<Action> property() {
    return predicate.apply(world);
  }

  /** What is broken as soon as the claim is about something. */
  public Property<Action> witness() {
    return precondition.apply(world);
  }
}
