package watertight.checker.trace;

import java.util.List;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.Seen;
import watertight.model.enclave.sgx.SgxCode;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxScenario;

/** Renders runs of the SGX machine by replaying them. */
public final class SgxTrace {
  /**
   * What a trace is about.
   *
   * @param title what it shows, in plain words
   * @param claim the claim that breaks at its end
   * @param world what there is
   */
  public record Subject(String title, String claim, World world) {
    /** The subject of a scenario. */
    public static Subject of(SgxScenario scenario) {
      return new Subject(scenario.title(), scenario.claim(), scenario.world());
    }
  }

  private final SgxMachine machine;
  private final SgxSteps steps;

  private SgxTrace(Subject subject, SgxMachine machine) {
    this.machine = machine;
    this.steps = new SgxSteps(subject);
  }

  /**
   * The trace of these steps from the start.
   *
   * @param shortest whether no shorter one reaches the goal
   * @throws IllegalArgumentException when a step cannot be taken where it stands
   */
  public static RenderedTrace build(
      String engine, Subject subject, Guards guards, List<Action> actions, boolean shortest) {
    SgxTrace trace = new SgxTrace(subject, new SgxMachine(subject.world(), Powers.ALL, guards));
    trace.replay(actions);
    return trace.steps.rendered(engine, guards, shortest);
  }

  /** What a step shows. */
  public static String text(Result result) {
    return switch (result) {
      case Result.Returned(Seen seen) -> seen.text();
      case Result.Refused refused -> ((SgxCode) refused.code()).text();
      case Result.NotEnabled(String why) -> why;
      case Result.OutOfScope(String what) -> "out of scope: " + what;
      case Result.Returned other -> throw new IllegalStateException(other.toString());
      case Result.Blocks blocks -> throw new IllegalStateException(blocks.toString());
      case Result.Dies dies -> throw new IllegalStateException(dies.toString());
      case Result.DoesNotEnd endless -> throw new IllegalStateException(endless.toString());
    };
  }

  private void replay(List<Action> actions) {
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (Action action : actions) {
      PlainCells after = state.copy();
      Result result = machine.step(action, after);
      if (!result.taken()) {
        throw new IllegalArgumentException(
            "step %d is not possible: %s".formatted(steps.next(), result));
      }
      PlainCells now = result instanceof Result.Refused ? state : after;
      steps.add(action, "", result, "", state, now);
      state = now;
    }
  }
}
