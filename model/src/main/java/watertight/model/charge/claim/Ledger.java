package watertight.model.charge.claim;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.charge.Charged;
import watertight.model.charge.CommittedCell;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.InFlight;
import watertight.model.charge.LimitTry;
import watertight.model.charge.MaxCell;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/**
 * What the tasks together hold and have under way, as claims count it: from what each task knows,
 * never from the counters. It reads the same places in every state.
 */
final class Ledger {
  private final Groups groups;
  private final Cells cells;
  private final List<Charged> held = new ArrayList<>();
  private final List<InFlight> flying = new ArrayList<>();
  private final List<LimitTry> tries = new ArrayList<>();

  private Ledger(Workload workload, Cells cells) {
    this.groups = workload.groups();
    this.cells = cells;
    for (Task task : workload.tasks()) {
      held.addAll(cells.view(new TaskCell(task), new TaskCell.Held()));
    }
  }

  /** What is held alone. */
  static Ledger held(Workload workload, Cells cells) {
    return new Ledger(workload, cells);
  }

  /** What is held, what is in flight, and which limits are being tried. */
  static Ledger all(Workload workload, Cells cells) {
    Ledger ledger = new Ledger(workload, cells);
    for (Task task : workload.tasks()) {
      ledger.flying.add(cells.view(new TaskCell(task), new TaskCell.Flying()));
      LimitTry limit = cells.view(new TaskCell(task), new TaskCell.Trying());
      if (limit != null) {
        ledger.tries.add(limit);
      }
    }
    return ledger;
  }

  /** Pages charged to a group or below it, allowed, and not given back there or below. */
  int granted(Group group) {
    return held.stream()
        .filter(charged -> groups.isWithin(charged.group(), group))
        .mapToInt(Charged::pages)
        .sum();
  }

  /** Pages added at a group, and neither granted nor given back there. */
  int pending(Group group) {
    return flying.stream().mapToInt(one -> one.pagesAt(group)).sum();
  }

  /** The part of what is pending that was not refused so far and is not being given back. */
  int undecided(Group group) {
    return flying.stream().filter(one -> !one.doomed()).mapToInt(one -> one.pagesAt(group)).sum();
  }

  /** The most pages that one task has in flight at a group and will take back there. */
  int largestDoomed(Group group) {
    return flying.stream()
        .filter(InFlight::doomed)
        .mapToInt(one -> one.pagesAt(group))
        .max()
        .orElse(0);
  }

  boolean isQuiet() {
    return flying.stream().allMatch(one -> one.at().isEmpty());
  }

  boolean isTried(Group group) {
    return tries.stream().anyMatch(one -> one.group().equals(group));
  }

  /** The limit, or while another is tried the larger of the two. */
  int allowed(Group group) {
    return orTried(group, max(group));
  }

  /** The committed limit, or while another is tried the larger of the two. */
  int committedOrTried(Group group) {
    return orTried(group, committed(group));
  }

  private int orTried(Group group, int limit) {
    return tries.stream()
        .filter(one -> one.group().equals(group))
        .mapToInt(LimitTry::larger)
        .reduce(limit, Math::max);
  }

  int max(Group group) {
    return cells.get(new MaxCell(group));
  }

  int committed(Group group) {
    return cells.get(new CommittedCell(group));
  }

  int usage(Group group) {
    return cells.get(new UsageCell(group));
  }
}
