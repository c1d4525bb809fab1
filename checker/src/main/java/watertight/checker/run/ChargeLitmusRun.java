package watertight.checker.run;

import java.util.List;
import watertight.checker.text.charge.ChargeStep;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.text.machine.StepExpect;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Charged;
import watertight.model.charge.Did;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.MaxCell;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/** Runs a litmus test of the charge machine, and compares each step with what the file expects. */
public final class ChargeLitmusRun {
  /** Why such a file cannot be put to a kernel. */
  static final String NOT_ON_A_KERNEL =
      "not run: its steps lie within one call, where no kernel stops to be asked";

  private final ChargeMachine machine;
  private final MachineOutcomes outcomes;
  private PlainCells state = PlainCells.empty();

  private ChargeLitmusRun(MachineLitmusFile<Workload, ChargeStep> file) {
    this.outcomes = new MachineOutcomes(file.steps());
    MachineLitmus<Workload, ChargeStep> litmus = file.litmus();
    this.machine = new ChargeMachine(litmus.world(), Guards.all().without(litmus.without()));
    machine.start(state);
  }

  /** How each step goes in the model; a step that fails does not end the run. */
  public static List<StepOutcome> inModel(MachineLitmusFile<Workload, ChargeStep> file) {
    ChargeLitmusRun run = new ChargeLitmusRun(file);
    file.litmus().steps().forEach(run::step);
    return run.outcomes.all();
  }

  private void step(ChargeStep step) {
    switch (step) {
      case ChargeStep.Taken taken -> take(taken);
      case ChargeStep.Usage usage ->
          outcomes.looked(usage, state.get(new UsageCell(usage.group())).toString());
      case ChargeStep.Max max ->
          outcomes.looked(max, Groups.shown(state.get(new MaxCell(max.group()))));
      case ChargeStep.Holds holds -> outcomes.looked(holds, String.valueOf(held(holds)));
    }
  }

  private int held(ChargeStep.Holds holds) {
    return state.get(new TaskCell(holds.task())).held().stream().mapToInt(Charged::pages).sum();
  }

  /**
   * A step of another kind than the file says is not taken: the run stays in step with the file.
   */
  private void take(ChargeStep.Taken step) {
    PlainCells after = state.copy();
    Result result = machine.step(step.task(), after);
    switch (result) {
      case Result.Returned(Did did) -> {
        boolean same = did.step().equals(step.text());
        if (step.isKindOf(did.step())) {
          state = after;
        }
        String shown = same ? did.result() : did.step() + " = " + did.result();
        outcomes.add(step, shown, same && step.expect().isMet(did.result()));
      }
      case Result.Blocks blocks -> {
        String waits = waiting(step.task());
        boolean same = waits.equals(step.text());
        String shown = same ? StepExpect.WAITS : waits + " " + StepExpect.WAITS;
        outcomes.add(step, shown, same && step.expect().isMet(StepExpect.WAITS));
      }
      case Result.NotEnabled(String why) -> outcomes.add(step, "it is " + why, false);
      case Result.Returned other -> throw new IllegalStateException(other.toString());
      case Result.Refused refused -> throw new IllegalStateException(refused.toString());
      case Result.Dies dies -> throw new IllegalStateException(dies.toString());
      case Result.DoesNotEnd endless -> throw new IllegalStateException(endless.toString());
      case Result.OutOfScope outside -> throw new IllegalStateException(outside.toString());
    }
  }

  /** The step that a task stands before and cannot take. */
  private String waiting(Task task) {
    int job = state.get(new TaskCell(task)).job();
    Job next = machine.workload().program(task).jobs().get(job);
    return next instanceof Job.SetLimit ? "lock" : next.toString();
  }
}
