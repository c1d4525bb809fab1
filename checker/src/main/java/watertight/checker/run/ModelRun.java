package watertight.checker.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.process.Deaths;
import watertight.model.linux.signal.Happened;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.WaitingCalls;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;

/** The model, taking one step after the other. */
final class ModelRun {
  private static final int MOST_COMPONENTS = 100_000;

  private final Kernel kernel;
  private final Map<Task, Syscall> blocked = new HashMap<>();
  private final Map<Task, Result> held = new HashMap<>();
  private final Map<Task, String> ends = new HashMap<>();
  private final List<Happened.Ran> ran = new ArrayList<>();
  private PlainCells state;

  ModelRun(World world, Rules rules) {
    kernel = new Kernel(rules.with(WorldBuilder.settings(world, rules.settings())));
    state = WorldBuilder.start(world);
  }

  PlainCells state() {
    return state;
  }

  /** A call from its beginning to its end. */
  Result call(Task task, Syscall call) {
    if (blocked.containsKey(task) || held.containsKey(task)) {
      return new Result.NotEnabled("task " + task + " is in a call");
    }
    PlainCells after = state.copy();
    return commit(kernel.call(after, task, call), after, task, call);
  }

  /** A call that waits, for somebody else or between two components of its path. */
  Result begin(Task task, Syscall call) {
    if (blocked.containsKey(task) || held.containsKey(task)) {
      return new Result.NotEnabled("task " + task + " is in a call");
    }
    Result whole = kernel.call(state.copy(), task, call);
    if (whole instanceof Result.Blocks) {
      blocked.put(task, call);
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
    if (held.containsKey(task)) {
      return isStopped(task) ? new Result.Blocks("SIGCONT") : held.remove(task);
    }
    PlainCells after = state.copy();
    if (blocked.containsKey(task)) {
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
      if (WaitingCalls.loseTheirFile(blocked, state, after)) {
        return new Result.OutOfScope("another task waits at that descriptor");
      }
      state = after;
      blocked.remove(task);
      if (result instanceof Result.Dies(String how)) {
        ends.put(task, how);
      }
      return isUnfinished(result) ? result : settled(task, result);
    }
    return result;
  }

  /** What signals make of the call's own task: it may be stopped or ended by what it sent. */
  private Result settled(Task task, Result result) {
    for (Happened one : kernel.settle(state)) {
      switch (one) {
        case Happened.Ran handled -> ran.add(handled);
        case Happened.Ended(Task ended, String how) -> {
          ends.put(ended, how);
          blocked.remove(ended);
          held.remove(ended);
        }
      }
    }
    if (ends.containsKey(task)) {
      String told = Deaths.told(state, task, ends.get(task));
      ends.put(task, told);
      return new Result.Dies(told);
    }
    if (isStopped(task)) {
      held.put(task, result);
      return new Result.Blocks("SIGCONT");
    }
    return result;
  }

  private boolean isStopped(Task task) {
    return state.get(new TaskCell(task)).life() == TaskState.Life.STOPPED;
  }

  /** The first handler of a signal that ran in a task and was not asked for yet. */
  Optional<Reply.Handled> handled(Task task, Signal signal) {
    Optional<Happened.Ran> first =
        ran.stream()
            .filter(one -> one.task().equals(task) && one.handled().signal() == signal)
            .findFirst();
    first.ifPresent(ran::remove);
    return first.map(Happened.Ran::handled);
  }

  /** How a task has ended, in words; what it does when it has not. */
  String end(Task task) {
    if (ends.containsKey(task)) {
      return "+++ " + ends.get(task) + " +++";
    }
    if (!state.has(new TaskCell(task))) {
      return "there is no task " + task;
    }
    if (isStopped(task)) {
      return "it is stopped";
    }
    return blocked.containsKey(task) || state.has(new PendingCell(task)) ? "it waits" : "it runs";
  }
}
