package watertight.checker.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;

/** The model, taking one step after the other. */
final class ModelRun {
  private static final int MOST_COMPONENTS = 100_000;

  private final Kernel kernel;
  private final Set<Task> blocked = new HashSet<>();
  private final Map<Task, Integer> exits = new HashMap<>();
  private PlainCells state = PlainCells.empty();

  ModelRun(World world, Rules rules) {
    kernel = new Kernel(rules.with(WorldBuilder.settings(world, rules.settings())));
    WorldBuilder.build(world, state);
  }

  PlainCells state() {
    return state;
  }

  /** A call from its beginning to its end. */
  Result call(Task task, Syscall call) {
    if (blocked.contains(task)) {
      return new Result.NotEnabled("task " + task + " is in a call");
    }
    PlainCells after = state.copy();
    return commit(kernel.call(after, task, call), after, task, call);
  }

  /** A call that waits, for somebody else or between two components of its path. */
  Result begin(Task task, Syscall call) {
    Result whole = kernel.call(state.copy(), task, call);
    if (whole instanceof Result.Blocks) {
      blocked.add(task);
      return whole;
    }
    if (!whole.taken() || WalkingCalls.of(call) == null) {
      return call(task, call);
    }
    PlainCells after = state.copy();
    return commit(kernel.begin(after, task, call), after, task, call);
  }

  /** A waiting call goes on by one component, or to where it waits again. */
  Result again(Task task, Syscall call) {
    PlainCells after = state.copy();
    if (blocked.contains(task)) {
      return commit(kernel.call(after, task, call), after, task, call);
    }
    return commit(kernel.advance(after, task), after, task, call);
  }

  /** A waiting call goes on to its end. */
  Result end(Task task, Syscall call) {
    Result result = again(task, call);
    for (int i = 0; isUnfinished(result); i++) {
      if (i == MOST_COMPONENTS) {
        return new Result.DoesNotEnd("more than " + MOST_COMPONENTS + " components walked");
      }
      result = again(task, call);
    }
    return result;
  }

  private static boolean isUnfinished(Result result) {
    return result instanceof Result.Returned(Reply.Unfinished unfinished);
  }

  private Result commit(Result result, PlainCells after, Task task, Syscall call) {
    if (result.taken() && !(result instanceof Result.Blocks)) {
      state = after;
      blocked.remove(task);
      if (result instanceof Result.Dies && call instanceof Syscall.Exit(int status)) {
        exits.put(task, status & 0xff);
      }
    }
    return result;
  }

  /** How a task has ended, in words; what it does when it has not. */
  String end(Task task) {
    if (exits.containsKey(task)) {
      return "+++ exited with " + exits.get(task) + " +++";
    }
    if (!state.has(new TaskCell(task))) {
      return "there is no task " + task;
    }
    return blocked.contains(task) || state.has(new PendingCell(task)) ? "it waits" : "it runs";
  }
}
