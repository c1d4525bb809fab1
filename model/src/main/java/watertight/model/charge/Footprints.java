package watertight.model.charge;

import java.util.HashSet;
import java.util.Set;
import watertight.model.Cell;
import watertight.model.Footprint;

/** What a task may ever touch, from its program alone, whichever guards are away. */
final class Footprints {
  private final Workload workload;
  private final Set<Cell<?>> reads = new HashSet<>();
  private final Set<Cell<?>> writes = new HashSet<>();

  private Footprints(Workload workload) {
    this.workload = workload;
  }

  static Footprint of(Workload workload, Task task) {
    Footprints prints = new Footprints(workload);
    Program program = workload.program(task);
    prints.both(new TaskCell(task));
    prints.charges(program.home());
    if (workload.pidMax().isPresent()) {
      prints.both(new NumbersCell());
    }
    program.jobs().forEach(prints::add);
    return new Footprint(prints.reads, prints.writes);
  }

  private void add(Job job) {
    switch (job) {
      case Job.Charge charge -> {}
      case Job.Uncharge uncharge -> {}
      case Job.SetLimit set -> {
        both(new MutexCell());
        reads.add(new UsageCell(set.group()));
        limit(set.group());
      }
      case Job.PutLimit put -> limit(put.group());
      case Job.MoveTo move -> {
        reads.add(new OfflineCell(move.group()));
        charges(move.group());
      }
      case Job.Remove remove -> {
        workload.tasks().forEach(task -> reads.add(new TaskCell(task)));
        writes.add(new OfflineCell(remove.group()));
        charges(remove.group());
      }
    }
  }

  private void limit(Group group) {
    both(new MaxCell(group));
    writes.add(new CommittedCell(group));
  }

  /** Charges, refusals and giving back, from this group up. */
  private void charges(Group from) {
    for (Group group : workload.controller().levels(workload.groups(), from)) {
      both(new UsageCell(group));
      reads.add(new MaxCell(group));
    }
  }

  private void both(Cell<?> cell) {
    reads.add(cell);
    writes.add(cell);
  }
}
