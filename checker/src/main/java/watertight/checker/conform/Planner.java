package watertight.checker.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import watertight.model.linux.process.Deaths;
import watertight.model.linux.process.Kin;
import watertight.model.linux.signal.Happened;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.WaitingCalls;
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
  private final Map<Task, Held> held = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> calls = new ArrayList<>();
  private final Map<Integer, Snapshot> snapshots = new HashMap<>();
  private final boolean everyState;
  private final Order order;
  private PlainCells state;
  private int dropped;

  /** A call that has not come back, and which of the trial it is. */
  private record Waiting(Syscall call, int index) {}

  /** A call that is done, of a task that was stopped before it could go on. */
  private record Held(Syscall call, int index, Result result, ModelAnswer answer) {}

  private Planner(Trial trial, Rules rules, boolean everyState, Order order) {
    this.rules = rules.with(WorldBuilder.settings(trial.world(), rules.settings()));
    this.kernel = new Kernel(this.rules);
    this.rehearsal = trial.rehearsal();
    this.everyState = everyState;
    this.order = order;
    this.state = rehearsal == null ? WorldBuilder.start(trial.world()) : rehearsal.start();
  }

  /**
   * How a trial goes.
   *
   * @param everyState whether the start and the state after each move are looked at; the last is in
   *     any case
   */
  static Plan plan(Trial trial, Rules rules, boolean everyState) {
    return plan(trial, rules, everyState, new Order(0));
  }

  /** How a trial goes when signals are taken in one of the orders in which they may be. */
  static Plan plan(Trial trial, Rules rules, boolean everyState, Order order) {
    Planner planner = new Planner(trial, rules, everyState, order);
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
    if (waiting.containsKey(task) || held.containsKey(task)) {
      dropped++;
      return;
    }
    Played played = played(by, index);
    Result result = played.result();
    if (Outside.of(state, task, by.call(), result, waiting.keySet())
        || leavesWaiter(played.called(), result)
        || endsWithItsChild(played)
        || WaitingCalls.loseTheirFile(waitingCalls(), state, played.called())
        || Selfish.isAnInit(played.called())) {
      dropped++;
    } else if (result instanceof Result.Blocks) {
      waiting.put(task, new Waiting(by.call(), index));
      add(new Move(task, by.call(), Move.Kind.BEGIN, NOBODY), result, List.of(), index);
    } else {
      List<Sent> sent = Sent.by(state, rules, task, by.call(), result);
      state = played.after();
      ModelAnswer answer = ModelAnswer.of(result, played.called(), task);
      returned(by, index, played, answer, sent);
      wake();
    }
  }

  /** What comes of a call in this state: as rehearsed, where that was here. */
  private Played played(By by, int index) {
    boolean same = rehearsal != null && order.isOfLetters();
    Played rehearsed = same ? rehearsal.played(index, state, rules) : null;
    if (rehearsed == null) {
      return Played.of(kernel, state, by.task(), by.call(), order);
    }
    order.sees(rehearsed.chose());
    return rehearsed;
  }

  /**
   * Whether a waiting parent has no child any more that it waits for, though none has ended: nobody
   * wakes it (child_wait_callback).
   */
  private boolean leavesWaiter(PlainCells after, Result result) {
    return !(result instanceof Result.Dies)
        && waiting.entrySet().stream()
            .filter(one -> one.getValue().call() instanceof Syscall.Wait4)
            .anyMatch(
                one ->
                    kernel.call(after.copy(), one.getKey(), one.getValue().call())
                        instanceof Result.Refused);
  }

  /**
   * Whether a task that waits for its children ends together with one: it may take that child
   * first, or not (do_wait looks once more before it heeds a signal).
   */
  private boolean endsWithItsChild(Played played) {
    List<Task> ended = new ArrayList<>();
    for (Happened one : played.happened()) {
      if (one instanceof Happened.Ended end) {
        ended.add(end.task());
      }
    }
    return ended.stream()
        .map(task -> Kin.parentOf(state, task))
        .anyMatch(
            parent ->
                ended.contains(parent)
                    && waiting.containsKey(parent)
                    && waiting.get(parent).call() instanceof Syscall.Wait4);
  }

  private Map<Task, Syscall> waitingCalls() {
    Map<Task, Syscall> calls = new LinkedHashMap<>();
    waiting.forEach((task, one) -> calls.put(task, one.call()));
    return calls;
  }

  /** The task itself may be stopped or ended by what its call has sent. */
  private void returned(By by, int index, Played played, ModelAnswer answer, List<Sent> sent) {
    Task task = by.task();
    Result result = played.result();
    List<Happened> happened = new ArrayList<>(played.happened());
    for (Happened one : happened) {
      if (one instanceof Happened.Ended ended) {
        waiting.remove(ended.task());
        held.remove(ended.task());
      }
    }
    Move move = new Move(task, by.call(), Move.Kind.CALL, child(result));
    Optional<Happened> end =
        happened.stream()
            .filter(one -> one instanceof Happened.Ended && one.task().equals(task))
            .findFirst();
    if (end.isPresent()) {
      happened.remove(end.get());
      String how = ((Happened.Ended) end.get()).how();
      steps.add(new Step(move, new Result.Dies(how), ModelAnswer.died(how), happened, sent));
    } else if (isStopped(task)) {
      Result stopped = new Result.Blocks("SIGCONT");
      steps.add(new Step(move, stopped, ModelAnswer.of(stopped, state, task), happened, sent));
      held.put(task, new Held(by.call(), index, result, answer));
    } else if (result instanceof Result.Dies(String how)) {
      ModelAnswer told = ModelAnswer.died(Deaths.told(state, task, how));
      steps.add(new Step(move, result, told, happened));
    } else {
      steps.add(new Step(move, result, answer, happened, sent));
    }
    calls.add(index);
  }

  private boolean isStopped(Task task) {
    return state.get(new TaskCell(task)).life() == TaskState.Life.STOPPED;
  }

  private void add(Move move, Result result, List<Happened> happened, int index) {
    steps.add(new Step(move, result, ModelAnswer.of(result, state, move.task()), happened));
    calls.add(index);
  }

  private static Task child(Result result) {
    return result instanceof Result.Returned(Reply.Child(Task made, int pid)) ? made : NOBODY;
  }

  /** An open that waits at a pipe has walked already: what its path would meet now is not met. */
  private static boolean isReady(Syscall call, Result result) {
    return WalkingCalls.of(call) == null
        ? !(result instanceof Result.Blocks)
        : result instanceof Result.Returned;
  }

  private void wake() {
    for (Task task : List.copyOf(held.keySet())) {
      if (!isStopped(task)) {
        Held one = held.remove(task);
        Move move = new Move(task, one.call(), Move.Kind.END, child(one.result()));
        steps.add(new Step(move, one.result(), one.answer(), List.of()));
        calls.add(one.index());
      }
    }
    for (Task task : List.copyOf(waiting.keySet())) {
      Waiting one = waiting.get(task);
      PlainCells after = state.copy();
      Result result = kernel.call(after, task, one.call());
      if (result.taken() && isReady(one.call(), result)) {
        state = after;
        waiting.remove(task);
        Move move = new Move(task, one.call(), Move.Kind.END, child(result));
        add(move, result, List.of(), one.index());
      }
    }
  }
}
