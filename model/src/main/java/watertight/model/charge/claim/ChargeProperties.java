package watertight.model.charge.claim;

import java.util.List;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.charge.Added;
import watertight.model.charge.CommittedCell;
import watertight.model.charge.Doing;
import watertight.model.charge.Group;
import watertight.model.charge.Job;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.TaskState;
import watertight.model.charge.Undoing;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/**
 * The claims as predicates. None of them asks which guards are in force. For a counter p, granted
 * is what is charged, allowed and not given back at p or below; pending is what was added at p and
 * neither granted nor given back.
 */
public final class ChargeProperties {
  private ChargeProperties() {}

  /** What must be so at each group, given what the tasks hold. */
  private interface AtGroup {
    boolean holds(Ledger ledger, Group group);
  }

  /** It looks at every group in every state, so that a search knows where it looks. */
  private static boolean everywhere(List<Group> groups, Ledger ledger, AtGroup predicate) {
    boolean holds = true;
    for (Group group : groups) {
      holds &= predicate.holds(ledger, group);
    }
    return holds;
  }

  private static Property.OfStates<Task> always(Workload workload, AtGroup predicate) {
    List<Group> groups = workload.groups().all();
    return cells -> everywhere(groups, Ledger.all(workload, cells), predicate);
  }

  /**
   * What is granted at a group or below it never exceeds its limit, and its counter never says less
   * than what is granted: the claim of the charge race in every description of it.
   */
  public static Property.OfStates<Task> boundedAndCovered(Workload workload) {
    List<Group> groups = workload.groups().all();
    return cells ->
        everywhere(
            groups,
            Ledger.held(workload, cells),
            (ledger, group) -> {
              int granted = ledger.granted(group);
              return granted <= ledger.max(group) & granted <= ledger.usage(group);
            });
  }

  /** usage = granted + pending. */
  static Property<Task> usageIsSum(Workload workload) {
    return always(
        workload,
        (ledger, group) -> ledger.usage(group) == ledger.granted(group) + ledger.pending(group));
  }

  /**
   * granted ≤ the committed limit. While another limit is tried, charges see it already: a higher
   * one lets them pass before set-limit returns.
   */
  static Property<Task> neverOvercharged(Workload workload) {
    return always(
        workload, (ledger, group) -> ledger.granted(group) <= ledger.committedOrTried(group));
  }

  /** The obvious wording, which is false: usage ≤ max. */
  static Property<Task> usageNeverOverMax(Workload workload) {
    return always(workload, (ledger, group) -> ledger.usage(group) <= ledger.max(group));
  }

  /** usage ≤ L + pending, L = max or the larger limit while one is tried. */
  static Property<Task> overshootBounded(Workload workload) {
    return always(
        workload,
        (ledger, group) -> ledger.usage(group) <= ledger.allowed(group) + ledger.pending(group));
  }

  /** The obvious wording, which is false: usage ≤ max + pending. */
  static Property<Task> overshootBoundedByMax(Workload workload) {
    return always(
        workload,
        (ledger, group) -> ledger.usage(group) <= ledger.max(group) + ledger.pending(group));
  }

  /** Unless a limit is being tried: max is the committed limit, and granted is not above it. */
  static Property<Task> limitKept(Workload workload) {
    return always(
        workload,
        (ledger, group) ->
            ledger.isTried(group)
                | ledger.max(group) == ledger.committed(group)
                    & ledger.granted(group) <= ledger.committed(group));
  }

  /**
   * A charge that saw too much at its add had granted + pending of others + its own pages above max
   * there.
   */
  static Property.OfSteps<Task> falseRefusalBounded(Workload workload) {
    return (before, task, result, after) -> {
      Added added = addedBy(before, task, after);
      if (added == null) {
        return true;
      }
      Group at = added.at();
      Ledger ledger = Ledger.all(workload, before);
      int others = ledger.granted(at) + ledger.pending(at);
      return added.saw() <= ledger.max(at) || others + added.charged().pages() > ledger.max(at);
    };
  }

  /** With nothing in flight, a charge that fits does not see too much. */
  static Property.OfSteps<Task> honestChargePasses(Workload workload) {
    return (before, task, result, after) -> {
      Added added = addedBy(before, task, after);
      if (added == null) {
        return true;
      }
      Ledger ledger = Ledger.all(workload, before);
      boolean alone = added.level() > 0 || ledger.isQuiet();
      Group at = added.at();
      boolean fits = ledger.granted(at) + added.charged().pages() <= ledger.max(at);
      boolean others = ledger.pending(at) > 0;
      return !alone || others || !fits || added.saw() <= ledger.max(at);
    };
  }

  /**
   * The obvious wording, which is false: a charge that fits beside all that is granted or may still
   * be sees too much only while a larger one is on its way back.
   */
  static Property.OfSteps<Task> onlyLargerOnesRefuse(Workload workload) {
    return (before, task, result, after) -> {
      Added added = addedBy(before, task, after);
      if (added == null) {
        return true;
      }
      Group at = added.at();
      int pages = added.charged().pages();
      Ledger ledger = Ledger.all(workload, before);
      boolean fits = ledger.granted(at) + ledger.undecided(at) + pages <= ledger.max(at);
      return added.saw() <= ledger.max(at) || !fits || ledger.largestDoomed(at) > pages;
    };
  }

  /** The obvious wording, which is false: only what is above the committed limit is refused. */
  static Property.OfSteps<Task> refusedAboveCommittedAlone(Workload workload) {
    return (before, task, result, after) -> {
      TaskState was = before.get(new TaskCell(task));
      return !(was.doing() instanceof Added added)
          || !isRefused(after, task)
          || added.saw() > before.get(new CommittedCell(added.at()));
    };
  }

  /**
   * When a charge returns refused, each counter is what is granted and what others have pending.
   */
  static Property.OfSteps<Task> rollbackComplete(Workload workload) {
    return (before, task, result, after) -> {
      TaskState was = before.get(new TaskCell(task));
      TaskState is = after.get(new TaskCell(task));
      boolean refused =
          is.job() > was.job()
              && workload.program(task).jobs().get(was.job()) instanceof Job.Charge
              && is.held().equals(was.held());
      return !refused
          || everywhere(
              workload.groups().all(),
              Ledger.all(workload, after),
              (ledger, group) ->
                  ledger.usage(group) == ledger.granted(group) + ledger.pending(group));
    };
  }

  /** No counter says less than what is held there, and moving and removing change none. */
  static Property.OfSteps<Task> chargesStay(Workload workload) {
    List<Group> groups = workload.groups().all();
    return (before, task, result, after) ->
        everywhere(
                groups,
                Ledger.held(workload, after),
                (ledger, group) -> ledger.usage(group) >= ledger.granted(group))
            && (!isMove(workload, before, task)
                || groups.stream().allMatch(group -> usage(before, group) == usage(after, group)));
  }

  private static int usage(Cells cells, Group group) {
    return cells.get(new UsageCell(group));
  }

  private static boolean isMove(Workload workload, Cells before, Task task) {
    List<Job> jobs = workload.program(task).jobs();
    int job = before.get(new TaskCell(task)).job();
    return job < jobs.size()
        && (jobs.get(job) instanceof Job.MoveTo || jobs.get(job) instanceof Job.Remove);
  }

  /** The add that a step was, or null. */
  private static Added addedBy(Cells before, Task task, Cells after) {
    Doing now = after.get(new TaskCell(task)).doing();
    boolean changed = !now.equals(before.get(new TaskCell(task)).doing());
    return changed && now instanceof Added added ? added : null;
  }

  private static boolean isRefused(Cells after, Task task) {
    return after.get(new TaskCell(task)).doing() instanceof Undoing;
  }

  /** Broken as soon as a charge was refused and something has to be taken back. */
  static Property.OfSteps<Task> noRefusal() {
    return (before, task, result, after) -> !isRefused(after, task);
  }

  /** Broken as soon as a limit was exchanged. */
  static Property.OfSteps<Task> noExchange() {
    return (before, task, result, after) ->
        after.get(new TaskCell(task)).doing().limitTry() == null;
  }

  /** Broken as soon as a task holds pages that were charged to a group it is not in. */
  static Property.OfSteps<Task> nothingElsewhere() {
    return (before, task, result, after) -> {
      TaskState is = after.get(new TaskCell(task));
      return is.held().stream().allMatch(charged -> charged.group().equals(is.home()));
    };
  }

  /** Broken as soon as a task holds something. */
  static Property.OfSteps<Task> nothingHeld() {
    return (before, task, result, after) -> after.get(new TaskCell(task)).held().isEmpty();
  }

  /** Broken as soon as one of these properties of steps is. */
  static Property.OfSteps<Task> all(List<Property<Task>> properties) {
    return (before, task, result, after) -> {
      boolean holds = true;
      for (Property<Task> property : properties) {
        holds &=
            switch (property) {
              case Property.OfStates<Task> states -> states.holds(after);
              case Property.OfSteps<Task> steps -> steps.holds(before, task, result, after);
            };
      }
      return holds;
    };
  }
}
