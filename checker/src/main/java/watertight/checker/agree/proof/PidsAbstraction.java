package watertight.checker.agree.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import watertight.model.PlainCells;
import watertight.model.charge.Added;
import watertight.model.charge.Adding;
import watertight.model.charge.Charged;
import watertight.model.charge.Doing;
import watertight.model.charge.FreeingNumber;
import watertight.model.charge.Group;
import watertight.model.charge.Job;
import watertight.model.charge.LimitRead;
import watertight.model.charge.Loaded;
import watertight.model.charge.MaxCell;
import watertight.model.charge.SettingLimit;
import watertight.model.charge.Storing;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.TaskState;
import watertight.model.charge.Uncharging;
import watertight.model.charge.Undoing;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/** Forks, seen from one group below the root: {@code specs/smt/pids.smt2}. */
final class PidsAbstraction implements Abstraction {
  private static final int PASSED = 3;
  private static final int PENDING = 4;

  private Workload workload;
  private Group group;

  @Override
  public String text() {
    return "pids";
  }

  @Override
  public String sort() {
    return "State";
  }

  @Override
  public Map<String, String> calls() {
    Map<String, String> calls = new LinkedHashMap<>();
    for (String name : List.of("add", "pass", "grant", "revert", "take-back", "reap", "set-max")) {
      calls.put(name, "(" + name + " before after)");
    }
    return calls;
  }

  @Override
  public Map<String, String> left() {
    return Map.of(
        "attach", "the model's tasks fork",
        "fork-uncharged", "without guards alone");
  }

  @Override
  public Workload world(Random random) {
    return ChargeWorlds.pids(random);
  }

  @Override
  public void begin(Workload run, Random random) {
    workload = run;
    group = new Group(1 + random.nextInt(run.groups().all().size() - 1));
  }

  @Override
  public List<Seen> see(ModelStep step) {
    List<Object> before = view(step.before());
    List<Object> after = view(step.after());
    String name = name(step);
    if (name.isEmpty()) {
      return List.of(new Seen.Unmoved(before, after));
    }
    long saw = step.from() instanceof Added added ? added.saw() : saw(step);
    Map<String, Long> numbers = Map.of("seen", saw, "set", Math.max(0, set(step)));
    List<Seen> seen = new ArrayList<>();
    if (name.equals("pass") && step.grants()) {
      List<Object> middle = Fields.moved(before, PENDING, PASSED, 1);
      seen.add(new Seen.Allowed(new Point("pass", before, middle, numbers)));
      seen.add(new Seen.Allowed(new Point("grant", middle, after, numbers)));
    } else if (name.equals("refuse")) {
      seen.add(new Seen.Unmoved(before, after));
      seen.add(
          new Seen.Barred(
              new Point("pass", before, Fields.moved(before, PENDING, PASSED, 1), numbers)));
    } else {
      seen.add(new Seen.Allowed(new Point(name, before, after, numbers)));
    }
    return seen;
  }

  /** The text's name for a step; empty where it does not concern the group. */
  private String name(ModelStep step) {
    Doing from = step.from();
    if (step.to() instanceof Added added && !added.equals(from)) {
      return added.at().equals(group) ? "add" : "";
    }
    if (from instanceof Added added) {
      if (added.at().equals(group)) {
        return step.to() instanceof Undoing ? "refuse" : "pass";
      }
      return step.grants() && isBelow(added) ? "grant" : "";
    }
    if (from instanceof Undoing undoing && undoing.left().getFirst().equals(group)) {
      return undoing.left().size() == 1 ? "revert" : "take-back";
    }
    return set(step) >= 0 ? "set-max" : step.change(group) < 0 ? "reap" : "";
  }

  private boolean isBelow(Added added) {
    return added.levels().subList(0, added.level()).contains(group);
  }

  private static long saw(ModelStep step) {
    return step.to() instanceof Added added ? added.saw() : 0;
  }

  /** The limit that is put, or -1. */
  private long set(ModelStep step) {
    List<Job> jobs = workload.program(step.task()).jobs();
    return jobs.get(step.was().job()) instanceof Job.PutLimit put && put.group().equals(group)
        ? put.max()
        : -1;
  }

  private List<Object> view(PlainCells cells) {
    long live = 0;
    long passed = 0;
    long pending = 0;
    for (Task task : workload.tasks()) {
      TaskState state = cells.get(new TaskCell(task));
      for (Charged one : state.held()) {
        live += workload.groups().isWithin(one.group(), group) ? 1 : 0;
      }
      switch (state.doing()) {
        case Adding one -> passed += one.inFlight().pagesAt(group);
        case Added one when one.at().equals(group) -> pending++;
        case Added one -> passed += one.inFlight().pagesAt(group);
        case Undoing one when one.left().getLast().equals(group) -> pending++;
        case Undoing one -> passed += one.inFlight().pagesAt(group);
        case Uncharging one -> live += one.inFlight().pagesAt(group);
        case Doing.Ready none -> {}
        case FreeingNumber none -> {}
        case LimitRead weaker -> throw new IllegalStateException("a guard is away");
        case Loaded weaker -> throw new IllegalStateException("a guard is away");
        case Storing weaker -> throw new IllegalStateException("a guard is away");
        case SettingLimit none -> {}
      }
    }
    return List.of(
        (long) cells.get(new UsageCell(group)),
        (long) cells.get(new MaxCell(group)),
        live,
        passed,
        pending);
  }
}
