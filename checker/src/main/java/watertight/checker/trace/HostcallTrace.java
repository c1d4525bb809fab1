package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import watertight.checker.text.hostcall.EnclaveText;
import watertight.checker.text.hostcall.HostcallLitmusPrinter;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.text.hostcall.HostcallStep;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.StepExpect;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.enclave.hostcall.Did;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Region;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.Told;
import watertight.model.enclave.hostcall.ToldCell;
import watertight.model.enclave.hostcall.posix.Harm;

/** Renders runs of the host-call machine by replaying them. */
public final class HostcallTrace {
  private final HostcallScenario scenario;
  private final List<Move> moves;
  private final List<TraceStep> steps = new ArrayList<>();
  private PlainCells state = PlainCells.empty();

  private HostcallTrace(HostcallScenario scenario, List<Move> moves) {
    this.scenario = scenario;
    this.moves = moves;
  }

  /**
   * The trace of these moves from the start of a scenario.
   *
   * @param guards which guards are in force
   * @param shortest whether no shorter one reaches the goal
   * @throws IllegalArgumentException when a move cannot be made where it stands
   */
  public static RenderedTrace build(
      String engine, HostcallScenario scenario, Guards guards, List<Move> moves, boolean shortest) {
    HostcallTrace trace = new HostcallTrace(scenario, moves);
    trace.replay(new HostcallMachine(scenario.situation(), guards));
    return new RenderedTrace(
        scenario.claim(),
        Optional.of(engine),
        guards.names(),
        Map.of(),
        shortest,
        EnclaveText.lines(scenario.situation()),
        trace.steps,
        trace.goal(),
        OptionalInt.empty(),
        trace.litmus(guards));
  }

  private String goal() {
    Told told = state.get(new ToldCell());
    return told == null
        ? scenario.goal().text()
        : scenario.goal().reached(scenario.situation(), told);
  }

  private void replay(HostcallMachine machine) {
    machine.start(state);
    for (Move move : moves) {
      PlainCells after = state.copy();
      Result result = machine.step(move, after);
      if (!(result instanceof Result.Returned returned && returned.answer() instanceof Did did)) {
        throw new IllegalArgumentException(
            "step %d is not possible: %s".formatted(steps.size() + 1, result));
      }
      steps.add(
          new TraceStep(
              steps.size() + 1,
              move.party(),
              did.step(),
              did.result(),
              did.by().map(Guard::id),
              move instanceof Move.Consume ? changes(after) : List.of()));
      state = after;
    }
  }

  /** What of the enclave the use of the answer has changed, and what it should have changed. */
  private List<Change> changes(PlainCells after) {
    Situation situation = scenario.situation();
    Picture picture = situation.picture();
    List<Change> changes = new ArrayList<>();
    for (Region region : picture.regions()) {
      String was = MemoryText.of(picture, region, state);
      String is = MemoryText.of(picture, region, after);
      if (!was.equals(is)) {
        changes.add(new Change(region.name(), was, is));
      }
    }
    String left = MemoryText.left(picture, after.get(new ToldCell()));
    if (!left.equals(MemoryText.NOTHING)) {
      changes.add(new Change(HostcallStep.Look.LEFT, MemoryText.NOTHING, left));
    }
    return changes;
  }

  private String litmus(Guards guards) {
    List<HostcallStep> run = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      TraceStep step = steps.get(i);
      run.add(new HostcallStep.Taken(moves.get(i), step.call(), StepExpect.of(step.result())));
    }
    Told told = state.get(new ToldCell());
    if (told != null) {
      String harm = MemoryText.harm(Harm.of(scenario.situation().picture(), told));
      run.add(new HostcallStep.Look(HostcallStep.Look.HARM, StepExpect.of(harm)));
    }
    return HostcallLitmusPrinter.text(
        new MachineLitmus<>(
            scenario.title(),
            scenario.claim(),
            Optional.empty(),
            guards.away(),
            scenario.situation(),
            run));
  }
}
