package watertight.checker.text.sgx;

import watertight.checker.text.machine.MachineStep;
import watertight.checker.text.machine.StepExpect;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Processor;

/** One line of a run. */
public sealed interface SgxStep extends MachineStep {
  /** A step of a party. */
  record Taken(Action action, StepExpect expect) implements SgxStep {
    @Override
    public String actor() {
      return ActionText.actor(action);
    }

    @Override
    public String text() {
      return ActionText.text(action);
    }
  }

  /** Somebody looks, who takes no part. */
  sealed interface Look extends SgxStep {
    @Override
    default String actor() {
      return OBSERVER;
    }
  }

  /** What the general registers of a processor hold. */
  record Registers(Processor processor, StepExpect expect) implements Look {
    @Override
    public String text() {
      return "registers " + processor;
    }
  }

  /** What the EPCM says of a page. */
  record Entry(Place place, StepExpect expect) implements Look {
    @Override
    public String text() {
      return "epcm " + place;
    }
  }
}
