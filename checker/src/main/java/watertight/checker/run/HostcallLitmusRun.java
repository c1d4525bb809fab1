package watertight.checker.run;

import java.util.List;
import java.util.Set;
import watertight.checker.text.hostcall.HostcallStep;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.trace.MemoryText;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.enclave.hostcall.AnswerCell;
import watertight.model.enclave.hostcall.Did;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.Told;
import watertight.model.enclave.hostcall.ToldCell;
import watertight.model.enclave.hostcall.posix.Harm;

/** Runs a litmus test of the host-call machine, and compares each step with the file. */
public final class HostcallLitmusRun {
  /** Why such a file cannot be put to a kernel. */
  static final String NOT_ON_A_KERNEL = "not run: no kernel lies when it is told to";

  /** What the host writes where nobody looks again. */
  private static final String UNREAD = "unread";

  private final HostcallMachine machine;
  private final MachineOutcomes outcomes;
  private PlainCells state = PlainCells.empty();

  private HostcallLitmusRun(MachineLitmusFile<Situation, HostcallStep> file) {
    this.outcomes = new MachineOutcomes(file.steps());
    MachineLitmus<Situation, HostcallStep> litmus = file.litmus();
    this.machine = new HostcallMachine(litmus.world(), Guards.all().without(litmus.without()));
    machine.start(state);
  }

  /** How each step goes in the model; a step that fails does not end the run. */
  public static List<StepOutcome> inModel(MachineLitmusFile<Situation, HostcallStep> file) {
    HostcallLitmusRun run = new HostcallLitmusRun(file);
    file.litmus().steps().forEach(run::step);
    return run.outcomes.all();
  }

  private void step(HostcallStep step) {
    switch (step) {
      case HostcallStep.Taken taken -> take(taken);
      case HostcallStep.Look look -> outcomes.looked(look, seen(look.what()));
    }
  }

  private String seen(String what) {
    Picture picture = machine.situation().picture();
    Told told = state.get(new ToldCell());
    return switch (what) {
      case HostcallStep.Look.LEFT -> MemoryText.left(picture, told);
      case HostcallStep.Look.HARM ->
          MemoryText.harm(told == null ? Set.of() : Harm.of(picture, told));
      default ->
          picture.regions().stream()
              .filter(region -> region.name().equals(what))
              .map(region -> MemoryText.of(picture, region, state))
              .findFirst()
              .orElseThrow();
    };
  }

  private void take(HostcallStep.Taken step) {
    if (standsThere(step.move())) {
      outcomes.looked(step, "ok");
      return;
    }
    PlainCells after = state.copy();
    Result result = machine.step(step.move(), after);
    switch (result) {
      case Result.Returned(Did did) -> {
        state = after;
        outcomes.add(
            step, did.result(), did.by().map(Guard::id), step.expect().isMet(did.result()));
      }
      case Result.NotEnabled(String why) -> {
        boolean unread = step.move() instanceof Move.Answer;
        String shown = unread ? UNREAD : "not now: " + why;
        outcomes.add(step, shown, unread && step.expect().any().contains(UNREAD));
      }
      case Result.Returned other -> throw new IllegalStateException(other.toString());
      case Result.Blocks blocks -> throw new IllegalStateException(blocks.toString());
      case Result.Refused refused -> throw new IllegalStateException(refused.toString());
      case Result.Dies dies -> throw new IllegalStateException(dies.toString());
      case Result.DoesNotEnd endless -> throw new IllegalStateException(endless.toString());
      case Result.OutOfScope outside -> throw new IllegalStateException(outside.toString());
    }
  }

  /** Whether the host writes what is in the answer already, which is no step. */
  private boolean standsThere(Move move) {
    return move instanceof Move.Answer(var field, long value)
        && Long.valueOf(value).equals(state.get(new AnswerCell(field)));
  }
}
