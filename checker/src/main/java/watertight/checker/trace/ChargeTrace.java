package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import watertight.checker.text.charge.ChargeLitmusPrinter;
import watertight.checker.text.charge.ChargeStep;
import watertight.checker.text.charge.WorkloadText;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.StepExpect;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.Cells;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Charged;
import watertight.model.charge.Did;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.MaxCell;
import watertight.model.charge.NumbersCell;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.TaskState;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeScenario;

/** Renders runs of the charge machine by replaying them. */
public final class ChargeTrace {
  /**
   * What a trace is about.
   *
   * @param title what it shows, in plain words
   * @param claim the claim
   * @param workload who charges what
   * @param goal what is reached at its end
   */
  public record Subject(String title, Optional<String> claim, Workload workload, String goal) {
    /** The subject of a scenario: its claim breaks. */
    public static Subject of(ChargeScenario scenario) {
      return new Subject(
          scenario.title(),
          Optional.of(scenario.claim()),
          scenario.workload(),
          "breaks " + scenario.claim());
    }
  }

  private final Workload workload;
  private final List<Task> takers;
  private final List<TraceStep> steps = new ArrayList<>();

  private ChargeTrace(Workload workload, List<Task> takers) {
    this.workload = workload;
    this.takers = takers;
  }

  /**
   * The trace of these tasks' steps from the start of a scenario.
   *
   * @param shortest whether no shorter one reaches the goal
   * @throws IllegalArgumentException when a step cannot be taken where it stands
   */
  public static RenderedTrace build(
      String engine, ChargeScenario scenario, Guards guards, List<Task> tasks, boolean shortest) {
    return build(engine, Subject.of(scenario), guards, tasks, shortest);
  }

  /** As above, of any subject. */
  public static RenderedTrace build(
      String engine, Subject subject, Guards guards, List<Task> tasks, boolean shortest) {
    ChargeTrace trace = new ChargeTrace(subject.workload(), tasks);
    trace.replay(new ChargeMachine(subject.workload(), guards));
    return new RenderedTrace(
        subject.claim(),
        Optional.of(engine),
        guards.names(),
        Map.of(),
        shortest,
        WorkloadText.lines(subject.workload()),
        trace.steps,
        subject.goal(),
        OptionalInt.empty(),
        trace.litmus(subject, guards),
        RenderedTrace.Layout.COLUMNS);
  }

  private void replay(ChargeMachine machine) {
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (Task task : takers) {
      PlainCells after = state.copy();
      Result result = machine.step(task, after);
      if (!(result instanceof Result.Returned returned && returned.answer() instanceof Did did)) {
        throw new IllegalArgumentException(
            "step %d is not possible: %s".formatted(steps.size() + 1, result));
      }
      steps.add(
          new TraceStep(
              steps.size() + 1,
              task.toString(),
              did.step(),
              did.result(),
              Optional.empty(),
              changes(state, after)));
      state = after;
    }
  }

  private List<Change> changes(Cells before, Cells after) {
    List<Change> changes = new ArrayList<>();
    for (Group group : workload.groups().all()) {
      UsageCell usage = new UsageCell(group);
      differs(changes, "usage " + group, before.get(usage), after.get(usage));
      MaxCell max = new MaxCell(group);
      differs(changes, "max " + group, Groups.shown(before.get(max)), Groups.shown(after.get(max)));
    }
    if (workload.pidMax().isPresent()) {
      NumbersCell numbers = new NumbersCell();
      differs(changes, "numbers", before.get(numbers), after.get(numbers));
    }
    for (Task task : workload.tasks()) {
      TaskState was = before.get(new TaskCell(task));
      TaskState is = after.get(new TaskCell(task));
      differs(changes, task + " holds", held(was), held(is));
      differs(changes, task + " group", was.home(), is.home());
    }
    return changes;
  }

  private static String held(TaskState state) {
    return state.held().isEmpty()
        ? "nothing"
        : state.held().stream().map(ChargeTrace::pages).collect(Collectors.joining(", "));
  }

  private static String pages(Charged charged) {
    return charged.pages() + " of " + charged.group();
  }

  private static void differs(List<Change> changes, String what, Object was, Object is) {
    if (!was.equals(is)) {
      changes.add(new Change(what, was.toString(), is.toString()));
    }
  }

  private String litmus(Subject subject, Guards guards) {
    List<ChargeStep> run = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      StepExpect expect = StepExpect.of(steps.get(i).result());
      run.add(new ChargeStep.Taken(takers.get(i), steps.get(i).call(), expect));
    }
    return ChargeLitmusPrinter.text(
        new MachineLitmus<>(
            subject.title(), subject.claim(), Optional.empty(), guards.away(), workload, run));
  }
}
