package watertight.checker.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.seen.ModelSnapshot;
import watertight.checker.kernel.seen.Snapshot;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.properties.linux.call.Rehearsal;
import watertight.properties.linux.call.Rehearsal.Played;
import watertight.properties.linux.call.Run.By;

/**
 * Takes a trial through the model. A call that waits is begun; it comes back as soon as another
 * call has made it ready.
 */
final class Planner {
  /** The name of a child that is not born in the model. */
  private static final Task NOBODY = new Task(25);

  private final Rules rules;
  private final Kernel kernel;
  private final @Nullable Rehearsal rehearsal;
  private final Map<Task, Waiting> waiting = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> calls = new ArrayList<>();
  private final Map<Integer, Snapshot> snapshots = new HashMap<>();
  private final boolean everyState;
  private PlainCells state;
  private int dropped;

  /** A call that has not come back, and which of the trial it is. */
  private record Waiting(Syscall call, int index) {}

  private Planner(Trial trial, Rules rules, boolean everyState) {
    this.rules = rules;
    this.kernel = new Kernel(rules);
    this.rehearsal = trial.rehearsal();
    this.everyState = everyState;
    this.state = rehearsal == null ? start(trial.world()) : rehearsal.start();
  }

  private static PlainCells start(World world) {
    PlainCells start = PlainCells.empty();
    WorldBuilder.build(world, start);
    return start;
  }

  /**
   * How a trial goes.
   *
   * @param everyState whether the start and the state after each move are looked at; the last is in
   *     any case
   */
  static Plan plan(Trial trial, Rules rules, boolean everyState) {
    Planner planner = new Planner(trial, rules, everyState);
    for (int i = 0; i < trial.calls().size(); i++) {
      planner.look();
      planner.call(trial.calls().get(i), i);
    }
    planner.snapshots.put(planner.steps.size(), ModelSnapshot.of(planner.state));
    return new Plan(
        trial.world(), planner.steps, planner.calls, planner.snapshots, planner.dropped);
  }

  private void look() {
    if (everyState) {
      snapshots.computeIfAbsent(steps.size(), n -> ModelSnapshot.of(state));
    }
  }

  private void call(By by, int index) {
    Task task = by.task();
    if (waiting.containsKey(task)) {
      dropped++;
      return;
    }
    Played played = played(by, index);
    Result result = played.result();
    if (Outside.of(state, task, by.call(), result, waiting.keySet())) {
      dropped++;
    } else if (result instanceof Result.Blocks) {
      waiting.put(task, new Waiting(by.call(), index));
      add(task, by.call(), Move.Kind.BEGIN, result, index);
    } else {
      state = played.after();
      add(task, by.call(), Move.Kind.CALL, result, index);
      wake();
    }
  }

  /** What comes of a call in this state: as rehearsed, where that was here. */
  private Played played(By by, int index) {
    Played rehearsed = rehearsal == null ? null : rehearsal.played(index, state, rules);
    if (rehearsed != null) {
      return rehearsed;
    }
    PlainCells after = state.copy();
    return new Played(state, kernel.call(after, by.task(), by.call()), after);
  }

  private void add(Task task, Syscall call, Move.Kind kind, Result result, int index) {
    Task child = result instanceof Result.Returned(Reply.Child(Task made, int pid)) ? made : NOBODY;
    steps.add(
        new Step(new Move(task, call, kind, child), result, ModelAnswer.of(result, state, task)));
    calls.add(index);
  }

  /** An open that waits at a pipe has walked already: what its path would meet now is not met. */
  private static boolean isReady(Syscall call, Result result) {
    return WalkingCalls.of(call) == null
        ? !(result instanceof Result.Blocks)
        : result instanceof Result.Returned;
  }

  private void wake() {
    for (Task task : List.copyOf(waiting.keySet())) {
      Waiting one = waiting.get(task);
      PlainCells after = state.copy();
      Result result = kernel.call(after, task, one.call());
      if (isReady(one.call(), result)) {
        state = after;
        waiting.remove(task);
        add(task, one.call(), Move.Kind.END, result, one.index());
      }
    }
  }
}
