package watertight.checker.run;

import java.util.List;
import java.util.Optional;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.text.sgx.SgxStep;
import watertight.checker.trace.SgxChanges;
import watertight.checker.trace.SgxTrace;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.RegistersCell;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.World;

/** Runs a litmus test of the SGX machine, and compares each step with what the file expects. */
public final class SgxLitmusRun {
  /** Why such a file cannot be put to a kernel. */
  static final String NOT_ON_A_KERNEL =
      "not run: its steps are a processor's with SGX, of which this machine has none to ask";

  private final SgxMachine machine;
  private final MachineOutcomes outcomes;
  private PlainCells state = PlainCells.empty();

  private SgxLitmusRun(MachineLitmusFile<World, SgxStep> file) {
    this.outcomes = new MachineOutcomes(file.steps());
    MachineLitmus<World, SgxStep> litmus = file.litmus();
    this.machine =
        new SgxMachine(litmus.world(), Powers.ALL, Guards.all().without(litmus.without()));
    machine.start(state);
  }

  /** How each step goes in the model; a step that fails does not end the run. */
  public static List<StepOutcome> inModel(MachineLitmusFile<World, SgxStep> file) {
    SgxLitmusRun run = new SgxLitmusRun(file);
    file.litmus().steps().forEach(run::step);
    return run.outcomes.all();
  }

  private void step(SgxStep step) {
    switch (step) {
      case SgxStep.Taken taken -> take(taken);
      case SgxStep.Registers look ->
          outcomes.looked(look, '"' + state.get(new RegistersCell(look.processor())) + '"');
      case SgxStep.Entry look -> {
        Frame frame = look.place().frame(machine.world(), state);
        outcomes.looked(look, frame == null ? "invalid" : SgxChanges.entry(state, frame));
      }
    }
  }

  /** A step that cannot be taken is a failed step, whatever is expected. */
  private void take(SgxStep.Taken step) {
    PlainCells after = state.copy();
    Result result = machine.step(step.action(), after);
    if (result instanceof Result.Returned) {
      state = after;
    }
    String shown = SgxTrace.text(result);
    Optional<String> gate =
        result instanceof Result.Refused refused
            ? Optional.of(refused.gate().id())
            : Optional.empty();
    outcomes.add(step, shown, gate, result.taken() && step.expect().isMet(shown));
  }
}
