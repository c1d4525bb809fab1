package watertight.checker.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusPrinter;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Observation;
import watertight.checker.text.ScenarioPrinter;
import watertight.checker.text.StepPrinter;
import watertight.checker.text.WorldPrinter;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Reply;
import watertight.model.linux.Settings;
import watertight.model.linux.Syscall;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.signal.Signal;

/** Renders the moves of a scenario by replaying them in the model. */
public final class TraceBuilder {
  private final ScenarioMachine machine;
  private static final String KILLED = "killed by ";

  private final List<TraceStep> steps = new ArrayList<>();
  private final List<LitmusStep> litmus = new ArrayList<>();
  private PlainCells state = PlainCells.empty();

  private TraceBuilder(ScenarioMachine machine) {
    this.machine = machine;
    machine.start(state);
  }

  /**
   * The trace of {@code moves} from the start of the scenario.
   *
   * @param shortest whether no shorter one reaches the goal
   * @throws IllegalArgumentException when a move cannot be taken where it stands
   */
  public static RenderedTrace build(
      String engine, ScenarioMachine machine, List<Move> moves, boolean shortest) {
    TraceBuilder builder = new TraceBuilder(machine);
    moves.forEach(builder::take);
    return builder.trace(engine, shortest);
  }

  private void take(Move move) {
    if (move instanceof Move.Deliver deliver) {
      deliver(deliver);
      return;
    }
    PlainCells after = state.copy();
    boolean waits = state.has(new PendingCell(move.task()));
    Syscall call = machine.callOf(move, state);
    Result result = machine.step(move, after);
    if (!result.taken() || call == null) {
      throw new IllegalArgumentException(
          "step %d is not possible: %s".formatted(steps.size() + 1, result));
    }
    if (result instanceof Result.Blocks) {
      after = state;
    }
    Observation seen = Observation.of(result, new ObjectNames(after).naming());
    SortedMap<Integer, String> objects =
        waits ? new TreeMap<>() : Descriptors.of(state, move.task(), call);
    LitmusStep step = waits ? seen.next(move.task(), call) : seen.step(move.task(), call, objects);
    litmus.add(step);
    steps.add(
        new TraceStep(
            steps.size() + 1,
            move.task().letter(),
            StepPrinter.call(step),
            seen.text(),
            result instanceof Result.Refused refused
                ? Optional.of(refused.gate().id())
                : Optional.empty(),
            Changes.between(state, after)));
    state = after;
  }

  /** What signals make of a task: a line for each handler that runs, or for its end. */
  private void deliver(Move.Deliver move) {
    PlainCells after = state.copy();
    Result result = machine.step(move, after);
    List<LitmusStep> lines = new ArrayList<>();
    switch (result) {
      case Result.Returned(Reply.Delivered(List<Reply.Handled> ran)) ->
          ran.forEach(
              one ->
                  lines.add(
                      new LitmusStep.Handled(
                          move.task(), one.signal(), Optional.empty(), Optional.empty())));
      case Result.Dies(String how) ->
          lines.add(
              new LitmusStep.Killed(move.task(), Signal.valueOf(how.substring(KILLED.length()))));
      default ->
          throw new IllegalArgumentException(
              "step %d is not possible: %s".formatted(steps.size() + 1, result));
    }
    litmus.addAll(lines);
    String text = lines.isEmpty() ? "--- stopped ---" : StepPrinter.call(lines.getFirst());
    steps.add(
        new TraceStep(
            steps.size() + 1,
            move.task().letter(),
            text,
            "",
            Optional.empty(),
            Changes.between(state, after)));
    state = after;
  }

  private RenderedTrace trace(String engine, boolean shortest) {
    Scenario scenario = machine.scenario();
    return new RenderedTrace(
        scenario.claim(),
        Optional.of(engine),
        machine.rules().guards().names(),
        settings(machine.rules().settings()),
        shortest,
        WorldPrinter.lines(machine.world()),
        steps,
        ScenarioPrinter.goal(scenario.goal()),
        OptionalInt.empty(),
        LitmusPrinter.text(
            new Litmus(
                scenario.title(),
                scenario.claim(),
                Optional.empty(),
                machine.rules().guards().away(),
                machine.world(),
                litmus)));
  }

  /** The settings that are not as on the kernel that the model describes. */
  private static Map<String, Integer> settings(Settings settings) {
    Map<String, Integer> different = new LinkedHashMap<>();
    int[] values = settings.values();
    int[] usual = Settings.LINUX_6_18.values();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != usual[i]) {
        different.put(Settings.NAMES.get(i), values[i]);
      }
    }
    return different;
  }
}
