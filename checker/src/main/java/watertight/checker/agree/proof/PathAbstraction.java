package watertight.checker.agree.proof;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import watertight.model.charge.Added;
import watertight.model.charge.Adding;
import watertight.model.charge.Charged;
import watertight.model.charge.Doing;
import watertight.model.charge.Group;
import watertight.model.charge.Task;
import watertight.model.charge.Uncharging;
import watertight.model.charge.Undoing;
import watertight.model.charge.Workload;

/** One task's charge along its path, seen from one level: {@code specs/smt/charge-path.smt2}. */
final class PathAbstraction implements Abstraction {
  private Random random;

  /** By task, the charge that is on its way, or held and not yet given back. */
  private final Map<Task, Path> paths = new HashMap<>();

  /** A charge: which levels, which of them is watched, and what is so there. */
  private record Path(Charged charged, List<Group> levels, int watched, List<Object> state) {
    Path now(List<Object> next) {
      return new Path(charged, levels, watched, next);
    }
  }

  @Override
  public String text() {
    return "charge-path";
  }

  @Override
  public String sort() {
    return "Task";
  }

  @Override
  public Map<String, String> calls() {
    Map<String, String> calls = new LinkedHashMap<>();
    for (String name :
        List.of("add", "pass", "refuse", "cancel", "cancel-below", "begin-uncharge", "uncharge")) {
      calls.put(name, "(" + name + " before after)");
    }
    return calls;
  }

  @Override
  public Map<String, String> left() {
    return Map.of();
  }

  @Override
  public Workload world(Random one) {
    return ChargeWorlds.memory(one);
  }

  @Override
  public void begin(Workload run, Random one) {
    random = one;
    paths.clear();
  }

  @Override
  public List<Seen> see(ModelStep step) {
    Doing from = step.from();
    Doing to = step.to();
    if (to instanceof Added added && !(from instanceof Added)) {
      if (added.level() == 0) {
        begins(step.task(), added);
      }
      return List.of(seen(step, "add", place("compares", added.level(), step)));
    }
    if (from instanceof Added added) {
      return decided(step, added);
    }
    if (from instanceof Undoing undoing) {
      return undone(step, undoing);
    }
    if (isWatched(step)) {
      return givenBack(step);
    }
    return from instanceof Uncharging && isAt(step.task(), "uncharges")
        ? List.of(seen(step, "uncharge", given(step)))
        : List.of();
  }

  private List<Seen> decided(ModelStep step, Added added) {
    if (step.to() instanceof Undoing) {
      return List.of(seen(step, "refuse", failing(added.level(), step)));
    }
    List<Object> after =
        step.to() instanceof Adding next
            ? place("adds", next.level(), step)
            : place("holds", 0, step);
    return List.of(seen(step, "pass", after));
  }

  private List<Seen> givenBack(ModelStep step) {
    Path path = paths.get(step.task());
    List<Object> begun = List.of("uncharges", 0L, path.state().get(2), path.state().get(3));
    paths.put(step.task(), path.now(begun));
    return List.of(allowed(path, "begin-uncharge", begun), seen(step, "uncharge", given(step)));
  }

  /** The task begins a charge; the one before, if it is still held, is watched no more. */
  private void begins(Task task, Added added) {
    int watched = random.nextInt(added.levels().size());
    paths.put(
        task, new Path(added.charged(), added.levels(), watched, List.of("adds", 0L, 0L, 0L)));
  }

  /** Whether what is given back is the charge that was watched. */
  private boolean isWatched(ModelStep step) {
    return isAt(step.task(), "holds")
        && step.is().held().isEmpty()
        && step.was().held().equals(List.of(paths.get(step.task()).charged()));
  }

  private boolean isAt(Task task, String place) {
    return paths.containsKey(task) && paths.get(task).state().getFirst().equals(place);
  }

  private List<Seen> undone(ModelStep step, Undoing undoing) {
    Path path = paths.get(step.task());
    long failing = (Long) path.state().get(2);
    boolean atFailing = path.state().getFirst().equals("cancels");
    long next = atFailing ? 0 : (Long) path.state().get(1) + 1;
    String place = undoing.left().size() == 1 ? "refused" : "cancels-below";
    List<Object> after = List.of(place, next, failing, count(step));
    return List.of(seen(step, atFailing ? "cancel" : "cancel-below", after));
  }

  private List<Object> given(ModelStep step) {
    Path path = paths.get(step.task());
    boolean more = step.to() instanceof Uncharging;
    return List.of(
        more ? "uncharges" : "gone",
        more ? (Long) path.state().get(1) + 1 : 0L,
        path.state().get(2),
        count(step));
  }

  private List<Object> place(String place, int level, ModelStep step) {
    Path path = paths.get(step.task());
    return List.of(place, (long) level, path.state().get(2), count(step));
  }

  private List<Object> failing(int level, ModelStep step) {
    return List.of("cancels", (long) level, (long) level, count(step));
  }

  /** What the task has at the level that is watched: what it had, and what the step did to it. */
  private long count(ModelStep step) {
    Path path = paths.get(step.task());
    return (Long) path.state().get(3) + step.change(path.levels().get(path.watched()));
  }

  private Seen seen(ModelStep step, String name, List<Object> after) {
    Path path = paths.get(step.task());
    paths.put(step.task(), path.now(after));
    return allowed(path, name, after);
  }

  private static Seen allowed(Path path, String name, List<Object> after) {
    Map<String, Long> numbers =
        Map.of(
            "n",
            (long) path.charged().pages(),
            "k",
            0L,
            "i",
            (long) path.watched(),
            "top",
            path.levels().size() - 1L);
    return new Seen.Allowed(new Point(name, path.state(), after, numbers));
  }
}
