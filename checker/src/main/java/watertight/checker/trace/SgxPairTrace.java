package watertight.checker.trace;

import java.util.List;
import java.util.Objects;
import watertight.checker.text.sgx.ActionText;
import watertight.model.Cell;
import watertight.model.Guards;
import watertight.model.PlainCells;
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
  private final SgxSteps steps;

  private SgxPairTrace(SgxTrace.Subject subject, TwoRuns<Action> machine) {
    this.world = subject.world();
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
      String engine,
      SgxTrace.Subject subject,
      TwoRuns<Action> machine,
      Guards guards,
      List<TwoRuns.Step<Action>> actions,
      boolean shortest) {
    SgxPairTrace trace = new SgxPairTrace(subject, machine);
    trace.replay(actions);
    return trace.steps.rendered(engine, guards, shortest);
  }

  private void replay(List<TwoRuns.Step<Action>> actions) {
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (TwoRuns.Step<Action> step : actions) {
      PlainCells after = state.copy();
      TwoRuns.Both<Action> both = TwoRuns.both(machine.step(step, after));
      if (both == null) {
        throw new IllegalArgumentException("step %d is not possible".formatted(steps.next()));
      }
      add(step.action(), both, first(state), first(after));
      state = after;
    }
  }

  private void add(Action action, TwoRuns.Both<Action> both, PlainCells before, PlainCells after) {
    String result = SgxTrace.text(both.first());
    String other = both.second() == null ? result : SgxTrace.text(both.second());
    steps.add(
        action,
        follows(action, both.follows(), before),
        both.first(),
        other.equals(result) ? "" : BAR + other,
        before,
        after);
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
}
