package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.Cells;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Charged;
import watertight.model.charge.Did;
import watertight.model.charge.Group;
import watertight.model.charge.MaxCell;
import watertight.model.charge.Program;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.TaskState;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeScenario;

/** Renders runs of the charge machine by replaying them. */
public final class ChargeTrace {
  private final Workload workload;
  private final List<TraceStep> steps = new ArrayList<>();

  private ChargeTrace(Workload workload) {
    this.workload = workload;
  }

  /**
   * The trace of these tasks' steps from the start of a scenario.
   *
   * @param shortest whether no shorter one reaches the goal
   * @throws IllegalArgumentException when a step cannot be taken where it stands
   */
  public static RenderedTrace build(
      String engine, ChargeScenario scenario, Guards guards, List<Task> tasks, boolean shortest) {
    ChargeTrace trace = new ChargeTrace(scenario.workload());
    trace.replay(new ChargeMachine(scenario.workload(), guards), tasks);
    return new RenderedTrace(
        Optional.of(scenario.claim()),
        Optional.of(engine),
        guards.names(),
        Map.of(),
        shortest,
        world(scenario.workload()),
        trace.steps,
        "breaks " + scenario.claim(),
        OptionalInt.empty(),
        trace.litmus(scenario, guards),
        RenderedTrace.Layout.COLUMNS);
  }

  /** The groups with their limits, and what each task is to do. */
  public static List<String> world(Workload workload) {
    List<String> lines = new ArrayList<>();
    lines.add("controller " + workload.controller().name().toLowerCase(java.util.Locale.ROOT));
    for (Group group : workload.groups().all()) {
      Group parent = workload.groups().parent(group);
      String below = parent == null ? "" : " parent=" + parent;
      lines.add("group " + group + below + " max=" + workload.groups().max(group));
    }
    for (Task task : workload.tasks()) {
      Program program = workload.program(task);
      String jobs = program.jobs().stream().map(Object::toString).collect(Collectors.joining(", "));
      lines.add("task " + task + " group=" + program.home() + " runs " + jobs);
    }
    return lines;
  }

  private void replay(ChargeMachine machine, List<Task> tasks) {
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (Task task : tasks) {
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
      differs(changes, "max " + group, before.get(max), after.get(max));
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

  private String litmus(ChargeScenario scenario, Guards guards) {
    List<String> lines = new ArrayList<>();
    lines.add("litmus \"" + scenario.title() + '"');
    lines.add("machine charge");
    lines.add("claim  " + scenario.claim());
    if (!guards.names().isEmpty()) {
      lines.add("without " + String.join(", ", guards.names()));
    }
    lines.add("");
    lines.add("world");
    world(workload).forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("run");
    for (TraceStep step : steps) {
      lines.add("  [%s] %-24s = %s".formatted(step.task(), step.call(), step.result()));
    }
    return String.join("\n", lines) + "\n";
  }
}
