package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import watertight.checker.trace.Replayed;
import watertight.checker.trace.TraceBuilder;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.linux.Errno;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Kin;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/**
 * A counterexample of {@code specs/alloy/pid.als}, told in the Linux world. An event is one call;
 * what it needs stands before it: the open of a namespace's file, the handler that a task has from
 * the start. Then signals are delivered, until all is at rest; and whoever lives must be where, and
 * have the parent and the group, that the specification says.
 */
final class PidStory {
  private static final Set<String> CALLS =
      Set.of(
          "clone",
          "unshare",
          "setns",
          "open",
          "kill",
          "setsid",
          "exit_group",
          "wait4",
          "mount",
          "umount2",
          "rt_sigaction",
          "prctl");

  private final String claim;
  private final Counterexample found;
  private final ScenarioMachine machine;
  private final Property<Move> property;
  private final PidCalls calls;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private PlainCells state = PlainCells.empty();
  private boolean broken;

  private PidStory(String claim, Counterexample found, Guards guards) {
    this.claim = claim;
    this.found = found;
    this.machine = machine(claim, found, guards);
    this.property = LinuxClaims.property(machine);
    this.calls = new PidCalls(found, tasks, machine.rules());
    tasks.put("First$0", Task.INIT);
    tasks.put("Second$0", Task.A);
    machine.start(state);
  }

  private static ScenarioMachine machine(String claim, Counterexample found, Guards guards) {
    WorldLine.TaskLine line =
        new WorldLine.TaskLine(
            Task.A,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
    List<WorldLine> places =
        IntStream.rangeClosed(1, found.steps().size())
            .<WorldLine>mapToObj(n -> new WorldLine.Dir(PidCalls.place(n)))
            .toList();
    Scenario scenario =
        new Scenario(
            "a counterexample of the specification",
            Optional.of(claim),
            new World(places),
            List.of(new Party.Free("task A", line, CALLS)),
            new Goal.BreaksClaim("task A", claim),
            Set.of(),
            Map.of());
    Scope scope = new Scope("alloy", 32, 16, 64, 8, Scope.Components.of(1), found.steps().size());
    return new ScenarioMachine(scenario, scope, Rules.LINUX.with(guards));
  }

  /** Plays it with these guards away. */
  static Replayed replay(String claim, Counterexample found, Set<Guard> without)
      throws Inexpressible {
    return new PidStory(claim, found, Guards.all().without(without)).play();
  }

  private Replayed play() throws Inexpressible {
    prepare(Task.A, "Second$0");
    for (AlloyStep step : found.steps()) {
      Optional<String> differs = play(step);
      if (broken) {
        return new Replayed.Reached(TraceBuilder.build("alloy", machine, moves, false));
      }
      if (differs.isPresent()) {
        return new Replayed.Differs("after %s: %s".formatted(step.call(), differs.get()));
      }
    }
    return new Replayed.NotReached(TraceBuilder.build("alloy", machine, moves, false));
  }

  /** What is another in the model, if anything. */
  private Optional<String> play(AlloyStep step) throws Inexpressible {
    Task task = tasks.get(step.task());
    List<Syscall> before = calls.before(step, state);
    for (Syscall call : before) {
      take(new Move.Call(task, call));
    }
    Result result = take(new Move.Call(task, calls.of(step, state)));
    if (!isAnswer(step, result)) {
      return Optional.of("the specification lets it happen, the model says " + result);
    }
    if (result instanceof Result.Returned(Reply.Child(Task child, int pid))) {
      born(step, child);
    }
    settle();
    return broken ? Optional.empty() : differ(found.after(step));
  }

  private static boolean isAnswer(AlloyStep step, Result result) {
    return step.call().equals("WaitNone")
        ? result instanceof Result.Refused refused && refused.code() == Errno.ECHILD
        : result instanceof Result.Returned || result instanceof Result.Dies;
  }

  private void born(AlloyStep step, Task child) {
    String atom = PidCalls.operand(found.before(step), "child");
    tasks.put(atom, child);
    for (Syscall call : calls.afterBirth(step, atom)) {
      take(new Move.Call(child, call));
    }
    prepare(child, atom);
  }

  private void prepare(Task task, String atom) {
    calls.preparations(atom).forEach(call -> take(new Move.Call(task, call)));
  }

  private void settle() {
    for (Task next = interrupted(); next != null && !broken; next = interrupted()) {
      take(new Move.Deliver(next));
    }
  }

  private @Nullable Task interrupted() {
    return state.get(new TasksCell()).list().stream()
        .filter(task -> state.view(new TaskCell(task), new TaskCell.Interrupted()))
        .findFirst()
        .orElse(null);
  }

  private Result take(Move move) {
    PlainCells after = state.copy();
    Result result = machine.step(move, after);
    moves.add(move);
    broken |= !property.holdsAfter(state, move, result, after);
    state = after;
    return result;
  }

  private Optional<String> differ(AlloyState there) {
    Map<String, Object> namespaces = new HashMap<>(Map.of("Outermost$0", PidNamespace.WORLD));
    Map<String, Object> groups = new HashMap<>();
    for (Map.Entry<String, Task> one : tasks.entrySet()) {
      String atom = one.getKey();
      Task task = one.getValue();
      boolean dead = there.of("ns", atom).isEmpty() || there.atoms("Zombie").contains(atom);
      if (task.equals(Task.INIT)) {
        continue;
      }
      if (dead == state.view(new TaskCell(task), new TaskCell.Alive())) {
        return Optional.of(task + (dead ? " has ended" : " lives") + " in the specification alone");
      }
      if (!dead && !isThere(there, atom, task, namespaces, groups)) {
        return Optional.of(task + " is in another place in the model");
      }
    }
    return Optional.empty();
  }

  private boolean isThere(
      AlloyState there,
      String atom,
      Task task,
      Map<String, Object> namespaces,
      Map<String, Object> groups) {
    String parent = there.of("parent", atom).getFirst().getFirst();
    return Kin.parentOf(state, task).equals(tasks.get(parent))
        && pairs(namespaces, there.of("ns", atom), PidNamespaces.active(state, task))
        && pairs(namespaces, there.of("births", atom), PidNamespaces.forChildren(state, task))
        && pairs(groups, there.of("group", atom), Kin.group(state, task));
  }

  /** Whether an atom and an object of the model go together, and neither with another. */
  private static boolean pairs(Map<String, Object> known, List<List<String>> field, Object ours) {
    String atom = field.getFirst().getFirst();
    Object before = known.putIfAbsent(atom, ours);
    return before == null
        ? known.values().stream().filter(ours::equals).count() == 1
        : before.equals(ours);
  }
}
