package watertight.checker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watertight.checker.text.StepExpect;
import watertight.checker.text.charge.ChargeLitmus;
import watertight.checker.text.charge.ChargeLitmusFile;
import watertight.checker.text.charge.ChargeStep;
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

/** Runs a litmus test of the charge machine, and compares each step with what the file expects. */
public final class ChargeLitmusRun {
  /** Why such a file cannot be put to a kernel. */
  static final String NOT_ON_A_KERNEL =
      "not run: its steps lie within one call, where no kernel stops to be asked";

  private final ChargeLitmusFile file;
  private final ChargeMachine machine;
  private final List<StepOutcome> outcomes = new ArrayList<>();
  private PlainCells state = PlainCells.empty();

  private ChargeLitmusRun(ChargeLitmusFile file) {
    this.file = file;
    ChargeLitmus litmus = file.litmus();
    this.machine = new ChargeMachine(litmus.workload(), Guards.all().without(litmus.without()));
    machine.start(state);
  }

  /** How each step goes in the model; a step that fails does not end the run. */
  public static List<StepOutcome> inModel(ChargeLitmusFile file) {
    ChargeLitmusRun run = new ChargeLitmusRun(file);
    file.litmus().steps().forEach(run::step);
    return run.outcomes;
  }

  private void step(ChargeStep step) {
    switch (step) {
      case ChargeStep.Taken taken -> take(taken);
      case ChargeStep.Usage usage ->
          looked(usage, state.get(new UsageCell(usage.group())).toString());
      case ChargeStep.Max max -> looked(max, Groups.shown(state.get(new MaxCell(max.group()))));
      case ChargeStep.Holds holds -> looked(holds, String.valueOf(held(holds)));
    }
  }

  private int held(ChargeStep.Holds holds) {
    return state.get(new TaskCell(holds.task())).held().stream().mapToInt(Charged::pages).sum();
  }

  private void looked(ChargeStep step, String seen) {
    add(step, seen, step.expect().isMet(seen));
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
        add(step, shown, same && step.expect().isMet(did.result()));
      }
      case Result.Blocks blocks -> {
        String waits = waiting(step.task());
        boolean same = waits.equals(step.text());
        String shown = same ? StepExpect.WAITS : waits + " " + StepExpect.WAITS;
        add(step, shown, same && step.expect().isMet(StepExpect.WAITS));
      }
      case Result.NotEnabled(String why) -> add(step, "it is " + why, false);
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

  private void add(ChargeStep step, String model, boolean ok) {
    int n = outcomes.size() + 1;
    outcomes.add(
        new StepOutcome(
            n,
            file.steps().get(n - 1).line(),
            step.actor(),
            step.text(),
            step.expect().text(),
            model,
            Optional.empty(),
            Optional.empty(),
            ok));
  }
}
