package watertight.checker.smt;

import java.util.List;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.Replayed;
import watertight.checker.trace.SgxTrace;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxScenarios;

/**
 * An access that Z3 found, as a run of the SGX machine.
 *
 * @param world the world in which it is possible
 * @param actions what leads to it, and it
 * @param outcome what the text says of it
 */
record AccessRun(World world, List<Action> actions, AccessOutcome outcome) {
  /** Plays it in the model. */
  Replayed play(String claim, Guards guards) {
    SgxMachine machine = new SgxMachine(world, Powers.ALL, guards);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (Action action : actions.subList(0, actions.size() - 1)) {
      Result result = machine.step(action, state);
      if (!(result instanceof Result.Returned)) {
        return new Replayed.Differs("what leads to the access: the model says " + result);
      }
    }
    PlainCells after = state.copy();
    Result result = machine.step(actions.getLast(), after);
    if (AccessOutcome.of(result) != outcome) {
      return new Replayed.Differs("the text says %s, the model %s".formatted(outcome, result));
    }
    Property<Action> property = SgxScenarios.ofClaim(claim).run().predicate().apply(world);
    return property.holdsAfter(state, actions.getLast(), result, after)
        ? new Replayed.NotReached(trace(claim, guards))
        : new Replayed.Reached(trace(claim, guards));
  }

  private RenderedTrace trace(String claim, Guards guards) {
    SgxTrace.Subject subject = new SgxTrace.Subject("an access that Z3 found", claim, world);
    return SgxTrace.build("smt", subject, guards, actions, false);
  }
}
