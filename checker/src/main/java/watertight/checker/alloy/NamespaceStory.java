package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import watertight.checker.trace.Replayed;
import watertight.checker.trace.TraceBuilder;
import watertight.model.Cells;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.namespace.UtsState;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/**
 * A counterexample of {@code specs/alloy/namespace.als}, told in the Linux world: each event is one
 * call, and after it each task must be where, and see the name, that the specification says.
 */
final class NamespaceStory {
  private static final Set<String> CALLS =
      Set.of("open", "unshare", "setns", "sethostname", "capset", "clone");

  private final Counterexample found;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Map<String, Integer>> open = new HashMap<>();
  private final ScenarioMachine machine;

  private NamespaceStory(String claim, Counterexample found, Guards guards) {
    this.found = found;
    AlloyState start = found.states().getFirst();
    start.tuples("name").forEach(name -> names.put(name.getLast(), UtsState.DEFAULT.nodename()));
    List<Party> parties = new ArrayList<>();
    start.tuples("member").stream()
        .map(List::getFirst)
        .distinct()
        .sorted()
        .forEach(task -> parties.add(party(start, task)));
    Scenario scenario =
        new Scenario(
            "a counterexample of the specification",
            Optional.of(claim),
            new World(List.of()),
            parties,
            new Goal.BreaksClaim(parties.getFirst().name(), claim),
            Set.of(),
            Map.of());
    Scope scope = new Scope("alloy", 32, 16, 64, 8, Scope.Components.of(1), found.steps().size());
    machine = new ScenarioMachine(scenario, scope, Rules.LINUX.with(guards));
  }

  /** Plays it with these guards away. */
  static Replayed replay(String claim, Counterexample found, Set<Guard> without) {
    return new NamespaceStory(claim, found, Guards.all().without(without)).play(claim);
  }

  private Party party(AlloyState start, String atom) {
    Task task = new Task(tasks.size());
    tasks.put(atom, task);
    open.put(atom, new HashMap<>());
    List<Capability> caps = new ArrayList<>();
    for (List<String> cap : start.of("caps", atom)) {
      boolean admin = AlloyNames.kind(cap.getFirst()).equals("SysAdmin");
      caps.add(admin ? Capability.CAP_SYS_ADMIN : Capability.CAP_SYS_CHROOT);
    }
    WorldLine.TaskLine line =
        new WorldLine.TaskLine(
            task,
            Optional.empty(),
            Optional.empty(),
            Optional.of(CapSet.of(caps.toArray(Capability[]::new))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
    return new Party.Free("task " + task.letter(), line, CALLS);
  }

  private Replayed play(String claim) {
    Property<Move> property = LinuxClaims.property(machine);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    List<Move> moves = new ArrayList<>();
    for (AlloyStep step : found.steps()) {
      Move move = new Move.Call(tasks.get(step.task()), call(step));
      moves.add(move);
      PlainCells after = state.copy();
      Result result = machine.step(move, after);
      if (!(result instanceof Result.Returned(Result.Answer answer))) {
        return new Replayed.Differs(
            "%s by %s: the specification lets it happen, the model says %s"
                .formatted(step.call(), move.task(), result));
      }
      learn(step, (Reply) answer);
      Optional<String> differs = differ(found.after(step), after);
      if (differs.isPresent()) {
        return new Replayed.Differs("after %s: %s".formatted(step.call(), differs.get()));
      }
      if (!property.holdsAfter(state, move, result, after)) {
        return new Replayed.Reached(TraceBuilder.build("alloy", machine, moves, false));
      }
      state = after;
    }
    return new Replayed.NotReached(TraceBuilder.build("alloy", machine, moves, false));
  }

  private Syscall call(AlloyStep step) {
    AlloyState before = found.before(step);
    return switch (step.call()) {
      case "Open" ->
          new Syscall.Open(
              "/proc/self/ns/" + type(operand(before, "which")).text(), OpenFlags.O_RDONLY, 0);
      case "Unshare" -> new Syscall.Unshare(type(operand(before, "which")).flag());
      case "Setns" -> new Syscall.Setns(open.get(step.task()).get(operand(before, "which")), 0);
      case "Sethostname" -> {
        String name = name(operand(before, "called"));
        yield new Syscall.Sethostname(name, name.length());
      }
      case "Drop" -> new Syscall.Capset(CapSet.NONE, CapSet.NONE, CapSet.NONE);
      case "Clone" -> new Syscall.Clone(CloneFlags.SIGCHLD);
      default -> throw new IllegalStateException("no call is " + step.call());
    };
  }

  private static String operand(AlloyState before, String field) {
    return before.tuples(field).iterator().next().getLast();
  }

  private static NamespaceType type(String atom) {
    return AlloyNames.kind(atom).equals("Uts") ? NamespaceType.UTS : NamespaceType.MNT;
  }

  private String name(String atom) {
    return names.computeIfAbsent(atom, fresh -> "name" + names.size());
  }

  /** Which descriptor is which namespace, and who was born. */
  private void learn(AlloyStep step, Reply answer) {
    if (answer instanceof Reply.Descriptor descriptor) {
      open.get(step.task()).put(operand(found.before(step), "which"), descriptor.fd());
    }
    if (answer instanceof Reply.Child child) {
      found.after(step).tuples("member").stream()
          .map(List::getFirst)
          .filter(atom -> !tasks.containsKey(atom))
          .findFirst()
          .ifPresent(
              atom -> {
                tasks.put(atom, child.task());
                open.put(atom, new HashMap<>(open.get(step.task())));
              });
    }
  }

  /** What is another in the model than in the specification: who is with whom, and called how. */
  private Optional<String> differ(AlloyState there, Cells here) {
    Map<Object, Object> pairs = new HashMap<>();
    Map<Object, Object> back = new HashMap<>();
    for (Map.Entry<String, Task> task : tasks.entrySet()) {
      NsProxy proxy = here.get(new NsProxyCell(task.getValue()));
      for (List<String> member : there.of("member", task.getKey())) {
        String atom = member.getFirst();
        Object ours = proxy.of(type(atom));
        Object known = pairs.putIfAbsent(atom, ours);
        Object other = back.putIfAbsent(ours, atom);
        if (known != null && !known.equals(ours) || other != null && !other.equals(atom)) {
          return Optional.of(task.getValue() + " is in another namespace in the model");
        }
        if (type(atom) == NamespaceType.UTS) {
          String called = name(there.of("name", atom).getFirst().getFirst());
          String seen = here.get(new UtsCell(proxy.uts())).nodename();
          if (!called.equals(seen)) {
            return Optional.of(
                "%s sees the name %s in the specification, %s in the model"
                    .formatted(task.getValue(), called, seen));
          }
        }
      }
    }
    return Optional.empty();
  }
}
