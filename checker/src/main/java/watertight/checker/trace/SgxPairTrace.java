package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.StepExpect;
import watertight.checker.text.sgx.ActionText;
import watertight.checker.text.sgx.SgxLitmusPrinter;
import watertight.checker.text.sgx.SgxStep;
import watertight.checker.text.sgx.WorldText;
import watertight.model.Cell;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.TwoRuns;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.World;

/**
 * Renders two runs of the SGX machine: what is done in the first, and behind a bar what is done or
 * seen in the second where that is something else. The litmus file of such a trace is the first
 * run.
 */
public final class SgxPairTrace {
  private static final String BAR = " | ";

  private final World world;
  private final TwoRuns<Action> machine;
  private final List<TraceStep> steps = new ArrayList<>();
  private final List<SgxStep> lines = new ArrayList<>();

  private SgxPairTrace(World world, TwoRuns<Action> machine) {
    this.world = world;
    this.machine = machine;
  }

  /**
   * The trace of these steps from the start.
   *
   * @param shortest whether no shorter one reaches the goal
   * @throws IllegalArgumentException when a step cannot be taken where it stands
   */
  public static RenderedTrace build(
      String engine,
      SgxTrace.Subject subject,
      TwoRuns<Action> machine,
      Guards guards,
      List<TwoRuns.Step<Action>> actions,
      boolean shortest) {
    SgxPairTrace trace = new SgxPairTrace(subject.world(), machine);
    trace.replay(actions);
    return new RenderedTrace(
        Optional.of(subject.claim()),
        Optional.of(engine),
        guards.names(),
        Map.of(),
        shortest,
        WorldText.lines(subject.world()),
        trace.steps,
        "breaks " + subject.claim(),
        OptionalInt.empty(),
        trace.litmus(subject, guards));
  }

  private void replay(List<TwoRuns.Step<Action>> actions) {
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (TwoRuns.Step<Action> step : actions) {
      PlainCells after = state.copy();
      TwoRuns.Both<Action> both = TwoRuns.both(machine.step(step, after));
      if (both == null) {
        throw new IllegalArgumentException("step %d is not possible".formatted(steps.size() + 1));
      }
      add(step.action(), both, first(state), first(after));
      state = after;
    }
  }

  private void add(Action action, TwoRuns.Both<Action> both, PlainCells before, PlainCells after) {
    Action named = new PageNames(world, before).named(action);
    String result = SgxTrace.text(both.first());
    String other = both.second() == null ? result : SgxTrace.text(both.second());
    steps.add(
        new TraceStep(
            steps.size() + 1,
            ActionText.actor(named),
            ActionText.text(named) + follows(action, both.follows(), before),
            result + (other.equals(result) ? "" : BAR + other),
            both.first() instanceof Result.Refused refused
                ? Optional.of(refused.gate().id())
                : Optional.empty(),
            new SgxChanges(world, before, after).all()));
    lines.add(new SgxStep.Taken(named, StepExpect.of(result)));
  }

  /** What the second run does, where it is another access. */
  private String follows(Action action, Action follows, PlainCells before) {
    return action instanceof Action.Access one
            && follows instanceof Action.Access other
            && (one.address() != other.address() || !Objects.equals(one.value(), other.value()))
        ? BAR + ActionText.text(new PageNames(world, before).named(other))
        : "";
  }

  /** The state of the first run. */
  private static PlainCells first(PlainCells cells) {
    PlainCells first = PlainCells.empty();
    cells
        .values()
        .forEach(
            (cell, value) -> {
              if (cell instanceof TwoRuns.InRun<?>(TwoRuns.Run run, Cell<?> inner)
                  && run == TwoRuns.Run.FIRST) {
                set(first, inner, value);
              }
            });
    return first;
  }

  @SuppressWarnings("unchecked")
  private static <T> void set(PlainCells cells, Cell<T> cell, Object value) {
    cells.set(cell, (T) value);
  }

  private String litmus(SgxTrace.Subject subject, Guards guards) {
    return SgxLitmusPrinter.text(
        new MachineLitmus<>(
            subject.title(),
            Optional.of(subject.claim()),
            Optional.empty(),
            guards.away(),
            subject.world(),
            lines));
  }
}
