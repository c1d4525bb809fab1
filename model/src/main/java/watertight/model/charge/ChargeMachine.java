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
      Program program = workload.program(task);
      cells.set(new TaskCell(task), TaskState.atStart(program, workload.controller()));
      if (program.holds() > 0) {
        charge(cells, program);
      }
    }
  }

  private void charge(Cells cells, Program program) {
    UsageCell.Add pages = new UsageCell.Add(program.holds());
    workload
        .controller()
        .levels(workload.groups(), program.home())
        .forEach(group -> cells.update(new UsageCell(group), pages));
    if (workload.pidMax().isPresent()) {
      cells.update(new NumbersCell(), pages);
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
