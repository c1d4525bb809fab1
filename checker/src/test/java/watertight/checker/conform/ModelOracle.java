package watertight.checker.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Event;
import watertight.checker.kernel.Host;
import watertight.checker.kernel.KernelRun;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.Oracle;
import watertight.checker.kernel.seen.ModelSnapshot;
import watertight.checker.kernel.seen.Snapshot;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.process.Deaths;
import watertight.model.linux.signal.Happened;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;

/** A second model in the place of the kernel, perhaps with a fault in what it tells. */
final class ModelOracle implements Oracle {
  private final Rules rules;
  private final UnaryOperator<Answer> told;
  private final UnaryOperator<Snapshot> shown;

  ModelOracle(Rules rules, UnaryOperator<Answer> told, UnaryOperator<Snapshot> shown) {
    this.rules = rules;
    this.told = told;
    this.shown = shown;
  }

  /** One that tells what the rules say. */
  static ModelOracle honest(Rules rules) {
    return new ModelOracle(rules, UnaryOperator.identity(), UnaryOperator.identity());
  }

  @Override
  public Host host() {
    return new Host("a model", rules.settings(), Host.Privilege.ROOT, Host.Network.SHARED);
  }

  @Override
  public KernelRun run(World world, List<Move> moves, Set<Integer> snapshots) {
    PlainCells state = WorldBuilder.start(world);
    List<Answer> answers = new ArrayList<>();
    List<List<Event>> events = new ArrayList<>();
    Map<Task, Answer> held = new HashMap<>();
    Map<Integer, Snapshot> seen = new HashMap<>();
    for (int n = 0; n <= moves.size(); n++) {
      if (n > 0) {
        Move move = moves.get(n - 1);
        Turn turn = new Turn(new Kernel(rules), state, held).take(move);
        state = turn.state;
        answers.add(told.apply(turn.answer));
        events.add(turn.events);
      }
      if (snapshots.contains(n)) {
        seen.put(n, shown.apply(ModelSnapshot.of(state)));
      }
    }
    return new KernelRun(answers, seen, List.of(), 0, events);
  }

  @Override
  public void close() {}

  /** One move, until all is at rest. */
  private static final class Turn {
    private final Kernel kernel;
    private final Map<Task, Answer> held;
    private final List<Event> events = new ArrayList<>();
    private PlainCells state;
    private Answer answer = new Answer.Blocks();

    Turn(Kernel kernel, PlainCells state, Map<Task, Answer> held) {
      this.kernel = kernel;
      this.state = state;
      this.held = held;
    }

    Turn take(Move move) {
      Task task = move.task();
      if (held.containsKey(task)) {
        answer = held.remove(task);
        return this;
      }
      PlainCells after = state.copy();
      Result result = kernel.call(after, task, move.call());
      state = result.taken() ? after : state;
      answer = ModelAnswer.of(result, state, task).answer();
      state = state.copy();
      kernel.settle(state).forEach(one -> happened(task, one));
      if (answer instanceof Answer.Died(String how)) {
        answer = new Answer.Died(Deaths.told(state, task, how));
      }
      boolean stopped = state.get(new TaskCell(task)).life() == TaskState.Life.STOPPED;
      if (stopped && result instanceof Result.Returned) {
        held.put(task, answer);
        answer = new Answer.Blocks();
      }
      return this;
    }

    private void happened(Task actor, Happened one) {
      switch (one) {
        case Happened.Ran(Task task, Reply.Handled ran) ->
            events.add(
                new Event.Ran(task, ran.signal().number(), ran.sender().pid(), ran.sender().uid()));
        case Happened.Ended(Task task, String how) -> {
          held.remove(task);
          if (task.equals(actor)) {
            answer = new Answer.Died(how);
          } else {
            events.add(new Event.Ended(task, how));
          }
        }
      }
    }
  }
}
