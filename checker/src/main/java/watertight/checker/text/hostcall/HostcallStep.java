package watertight.checker.text.hostcall;

import watertight.checker.text.machine.MachineStep;
import watertight.checker.text.machine.StepExpect;
import watertight.model.enclave.hostcall.Move;

/** One line of a run. */
public sealed interface HostcallStep extends MachineStep {
  /**
   * A step of the enclave or of its host.
   *
   * @param text the step, as it is printed
   */
  record Taken(Move move, String text, StepExpect expect) implements HostcallStep {
    @Override
    public String actor() {
      return move.party();
    }
  }

  /**
   * Somebody looks.
   *
   * @param what an object of the enclave, or one of {@link #LOOKS}
   */
  record Look(String what, StepExpect expect) implements HostcallStep {
    /** What was sent or taken from outside the source. */
    public static final String LEFT = "left";

    /** What kinds of harm the last call has done. */
    public static final String HARM = "harm";

    @Override
    public String actor() {
      return OBSERVER;
    }

    @Override
    public String text() {
      return what;
    }
  }
}
