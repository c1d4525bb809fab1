package watertight.model.charge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Family;
import watertight.model.Footprint;
import watertight.model.Guards;
import watertight.model.Interchangeable;
import watertight.model.Machine;
import watertight.model.Result;

/**
 * Tasks that run their programs in any order, one atomic step at a time. An action is the task that
 * takes its next step.
 *
 * @param workload what they do
 * @param guards which guards are in force
 */
public record ChargeMachine(Workload workload, Guards guards) implements Machine<Task> {
  @Override
  public void start(Cells cells) {
    Groups groups = workload.groups();
    for (Group group : groups.all()) {
      cells.set(new MaxCell(group), groups.max(group));
      cells.set(new CommittedCell(group), groups.max(group));
    }
    for (Task task : workload.tasks()) {
      Group home = workload.program(task).home();
      cells.set(new TaskCell(task), new TaskState(home, 0, new Doing.Ready(), List.of()));
    }
  }

  @Override
  public List<Family<Task>> families() {
    return workload.tasks().stream()
        .map(task -> new Family<>(task.toString(), List.of(), none -> task))
        .toList();
  }

  @Override
  public Result step(Task task, Cells cells) {
    TaskState state = cells.get(new TaskCell(task));
    if (state.job() == workload.program(task).jobs().size()) {
      return new Result.NotEnabled("done");
    }
    return state.doing().step(new Turn(cells, task, state, workload, guards));
  }

  /** Tasks with the same program, but for those that can own the mutex, which names them. */
  @Override
  public List<Interchangeable> interchangeable() {
    Map<Program, List<List<Cell<?>>>> alike = new LinkedHashMap<>();
    for (Task task : workload.tasks()) {
      Program program = workload.program(task);
      if (program.jobs().stream().noneMatch(job -> job instanceof Job.SetLimit)) {
        alike.computeIfAbsent(program, p -> new ArrayList<>()).add(List.of(new TaskCell(task)));
      }
    }
    return alike.values().stream().map(Interchangeable::new).toList();
  }

  @Override
  public Optional<Footprint> footprint(Family<Task> family) {
    return Optional.of(Footprints.of(workload, family.action()));
  }
}
