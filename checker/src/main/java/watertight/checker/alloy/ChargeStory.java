package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watertight.checker.trace.ChargeReplay;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.EngineId;
import watertight.model.Cells;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Charged;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.Program;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/**
 * A counterexample of {@code specs/alloy/charge.als}, told in the charge machine. A call there is
 * one event; here its task takes all of its atomic steps, and then every counter and every task's
 * pages must be what the specification says.
 */
final class ChargeStory {
  private final Counterexample found;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Workload workload;

  private ChargeStory(Counterexample found) {
    this.found = found;
    AlloyState start = found.states().getFirst();
    name(start, "");
    start.atoms("Task").stream().sorted().forEach(one -> tasks.put(one, new Task(tasks.size())));
    workload = new Workload(Controller.MEMORY, new Groups(places(start)), programs(start));
  }

  /** Plays it with these guards away. */
  static Replayed replay(String claim, Counterexample found, Set<Guard> without) {
    return new ChargeStory(found).play(claim, Guards.all().without(without));
  }

  /** Numbers the groups, each after the one above it. */
  private void name(AlloyState start, String parent) {
    start.atoms("Group").stream()
        .filter(group -> parent(start, group).equals(parent))
        .sorted()
        .forEach(
            group -> {
              groups.put(group, new Group(groups.size()));
              name(start, group);
            });
  }

  private static String parent(AlloyState start, String group) {
    return start.of("parent", group).stream().map(List::getFirst).findFirst().orElse("");
  }

  private List<Groups.Place> places(AlloyState start) {
    return groups.keySet().stream()
        .map(
            group ->
                new Groups.Place(
                    groups.get(parent(start, group)),
                    Integer.parseInt(start.of("max", group).getFirst().getFirst())))
        .toList();
  }

  private List<Program> programs(AlloyState start) {
    List<Program> programs = new ArrayList<>();
    for (String task : tasks.keySet()) {
      List<Job> jobs =
          found.steps().stream().filter(step -> step.task().equals(task)).map(this::job).toList();
      programs.add(new Program(group(start, task), jobs));
    }
    return programs;
  }

  private Group group(AlloyState state, String task) {
    return groups.get(state.of("group", task).getFirst().getFirst());
  }

  private Job job(AlloyStep step) {
    AlloyState before = found.before(step);
    return switch (step.call()) {
      case "Charge", "Refuse" -> new Job.Charge(before.tuples("pages").size());
      case "Uncharge" -> new Job.Uncharge();
      case "Move" -> new Job.MoveTo(group(found.after(step), step.task()));
      case "Remove" ->
          new Job.Remove(groups.get(before.tuples("which").iterator().next().getLast()));
      default -> throw new IllegalStateException("no job is " + step.call());
    };
  }

  private Replayed play(String claim, Guards guards) {
    ChargeMachine machine = new ChargeMachine(workload, guards);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    List<Task> schedule = new ArrayList<>();
    Map<Integer, AlloyState> ends = new LinkedHashMap<>();
    for (AlloyStep step : found.steps()) {
      Task task = tasks.get(step.task());
      int job = job(state, task);
      while (job(state, task) == job) {
        Result result = machine.step(task, state);
        if (!(result instanceof Result.Returned)) {
          return new Replayed.Differs(
              "%s by %s: the specification lets it happen, the model says %s"
                  .formatted(step.call(), task, result));
        }
        schedule.add(task);
      }
      ends.put(schedule.size() - 1, found.after(step));
    }
    return new ChargeReplay(EngineId.ALLOY.text(), claim, workload, guards)
        .play(
            schedule,
            (i, cells) -> Optional.ofNullable(ends.get(i)).flatMap(a -> differ(a, cells)));
  }

  private static int job(Cells state, Task task) {
    return state.get(new TaskCell(task)).job();
  }

  /** What is another in the model than in the specification. */
  private Optional<String> differ(AlloyState there, Cells here) {
    for (Map.Entry<String, Group> group : groups.entrySet()) {
      int charged = there.of("charged", group.getKey()).size();
      int usage = here.get(new UsageCell(group.getValue()));
      if (charged != usage) {
        return Optional.of(
            "%s counts %d in the specification, %d in the model"
                .formatted(group.getValue(), charged, usage));
      }
    }
    for (Map.Entry<String, Task> task : tasks.entrySet()) {
      int held = there.of("held", task.getKey()).size();
      int holds =
          here.get(new TaskCell(task.getValue())).held().stream().mapToInt(Charged::pages).sum();
      if (held != holds) {
        return Optional.of(
            "%s holds %d in the specification, %d in the model"
                .formatted(task.getValue(), held, holds));
      }
    }
    return Optional.empty();
  }
}
