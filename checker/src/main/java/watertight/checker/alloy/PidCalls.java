package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.MountFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.Disposition;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.process.WaitCall;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Task;

/** The call that an event of {@code specs/alloy/pid.als} is, and the calls that it needs. */
final class PidCalls {
  private final Counterexample found;
  private final Map<String, Task> tasks;
  private final Rules rules;

  /** Where a tree of mounts has a procfs of a PID namespace: by the atoms of both. */
  private final Map<List<String>, String> procfs = new HashMap<>();

  private int places;

  /**
   * @param tasks by their atoms, as far as they are born
   */
  PidCalls(Counterexample found, Map<String, Task> tasks, Rules rules) {
    this.found = found;
    this.tasks = tasks;
    this.rules = rules;
    procfs.put(List.of(tree(found.states().getFirst(), "Second$0"), "Outermost$0"), "/proc");
  }

  /** Where the n-th procfs is mounted. */
  static String place(int n) {
    return "/p" + n;
  }

  /** What an event acts on. */
  static String operand(AlloyState before, String field) {
    return before.tuples(field).iterator().next().getLast();
  }

  private static String tree(AlloyState state, String task) {
    return state.of("tree", task).getFirst().getFirst();
  }

  /** setns needs a descriptor: through the outer procfs whoever is root gets it. */
  List<Syscall> before(AlloyStep step, Cells state) throws Inexpressible {
    if (!step.call().equals("Setns")) {
      return List.of();
    }
    AlloyState before = found.before(step);
    String file = file(before, step.task(), operand(before, "which"), state);
    return List.of(new Syscall.Open(file, OpenFlags.O_RDONLY, 0));
  }

  /** The file of a PID namespace: that of a living member, in a procfs that lists it. */
  private String file(AlloyState now, String who, String namespace, Cells state)
      throws Inexpressible {
    for (String member : members(now, namespace)) {
      for (List<String> numbered : now.of("number", member)) {
        String proc = procfs.get(List.of(tree(now, who), numbered.getFirst()));
        if (proc != null) {
          PidNamespace shown = shown(now, numbered.getFirst(), state);
          int number = PidNamespaces.number(state, shown, tasks.get(member));
          return proc + "/" + number + "/ns/pid";
        }
      }
    }
    throw new Inexpressible("a namespace is entered whose file nobody there can open");
  }

  /** The namespace of the model that an atom with a living member is. */
  private PidNamespace shown(AlloyState now, String namespace, Cells state) {
    return namespace.equals("Outermost$0")
        ? PidNamespace.WORLD
        : PidNamespaces.active(state, tasks.get(members(now, namespace).getFirst()));
  }

  private List<String> members(AlloyState state, String namespace) {
    return tasks.keySet().stream()
        .filter(one -> !one.equals("First$0"))
        .filter(one -> state.of("ns", one).equals(List.of(List.of(namespace))))
        .filter(one -> !state.atoms("Zombie").contains(one))
        .toList();
  }

  /** The event's own call. */
  Syscall of(AlloyStep step, Cells state) throws Inexpressible {
    AlloyState before = found.before(step);
    Task task = tasks.get(step.task());
    return switch (step.call()) {
      case "Fork" -> new Syscall.Clone(fork(step));
      case "Unshare" -> new Syscall.Unshare(CloneFlags.CLONE_NEWPID);
      case "Setns" -> new Syscall.Setns(lastOpen(state, task), 0);
      case "Kill" -> new Syscall.Kill(named(before, step.task(), state), signal(before));
      case "KillGroup" -> new Syscall.Kill(0, signal(before));
      case "NewGroup" -> newGroup(state, task);
      case "Exit" -> new Syscall.ExitGroup(0);
      case "Wait" -> waited(number(state, task, operand(before, "child")));
      case "WaitNone" -> waited(-1);
      case "MountProc" -> {
        String place = place(++places);
        procfs.put(List.of(tree(before, step.task()), shown(step)), place);
        yield new Syscall.Mount("proc", place, "proc", 0);
      }
      case "OpenProc" -> open(before, step.task(), state);
      default -> throw new IllegalStateException("no call is " + step.call());
    };
  }

  private long fork(AlloyStep step) {
    AlloyState before = found.before(step);
    boolean made = before.atoms("Made").contains(operand(before, "which"));
    return CloneFlags.SIGCHLD
        | (made ? 0 : CloneFlags.CLONE_NEWPID)
        | (hasNewTree(step) ? CloneFlags.CLONE_NEWNS : 0);
  }

  private boolean hasNewTree(AlloyStep step) {
    String child = operand(found.before(step), "child");
    return !tree(found.after(step), child).equals(tree(found.before(step), step.task()));
  }

  /** A new tree is one in which nothing of the old was left. */
  List<Syscall> afterBirth(AlloyStep step, String child) {
    if (!hasNewTree(step)) {
      return List.of();
    }
    String old = tree(found.before(step), step.task());
    return procfs.entrySet().stream()
        .filter(one -> one.getKey().getFirst().equals(old))
        .map(Map.Entry::getValue)
        .sorted()
        .<Syscall>map(place -> new Syscall.Umount2(place, MountFlags.MNT_DETACH))
        .toList();
  }

  /** What is so from the start, as far as this counterexample comes to it. */
  List<Syscall> preparations(String atom) {
    AlloyState start = found.states().getFirst();
    List<Syscall> calls = new ArrayList<>();
    if (isSignalled(atom)) {
      boolean handles = start.atoms("Handler").contains(atom);
      Disposition how = handles ? Disposition.HANDLED : Disposition.DEFAULT;
      calls.add(new Syscall.RtSigaction(Signal.SIGTERM.number(), how, 0));
    }
    if (start.atoms("Subreaper").contains(atom) && hasChildren(atom)) {
      calls.add(new Syscall.Prctl(Syscall.PrctlOption.PR_SET_CHILD_SUBREAPER, 1));
    }
    return calls;
  }

  private boolean isSignalled(String atom) {
    return found.steps().stream()
        .map(found::before)
        .anyMatch(
            state ->
                state.tuples("with").stream().anyMatch(t -> t.getLast().equals("TERM$0"))
                    && state.tuples("hit").stream().anyMatch(t -> t.getLast().equals(atom)));
  }

  private boolean hasChildren(String atom) {
    return found.states().stream()
        .flatMap(state -> state.tuples("parent").stream())
        .anyMatch(tuple -> tuple.getLast().equals(atom));
  }

  private static int lastOpen(Cells state, Task task) {
    return Set.copyOf(Files.table(state, task).files().keySet()).stream()
        .mapToInt(fd -> fd)
        .max()
        .orElseThrow();
  }

  /** The number that is looked up: the caller's own table has it, or else the outermost. */
  private int named(AlloyState before, String caller, Cells state) {
    String whom = operand(before, "hit");
    String own = before.of("ns", caller).getFirst().getFirst();
    List<List<String>> numbers = before.of("number", whom);
    boolean isOwn = numbers.contains(List.of(own, operand(before, "num")));
    PidNamespace table = shown(before, isOwn ? own : "Outermost$0", state);
    return PidNamespaces.number(state, table, tasks.get(whom));
  }

  private int number(Cells state, Task caller, String whom) {
    return Numbers.seen(new Caller(state, rules, caller), tasks.get(whom));
  }

  private static int signal(AlloyState before) {
    boolean kill = operand(before, "with").equals("KILL$0");
    return (kill ? Signal.SIGKILL : Signal.SIGTERM).number();
  }

  private static Syscall newGroup(Cells state, Task task) throws Inexpressible {
    if (Kin.group(state, task).equals(task)) {
      throw new Inexpressible("who leads a group makes another");
    }
    return new Syscall.Setsid();
  }

  private static Syscall waited(int pid) {
    return new Syscall.Wait4(pid, WaitCall.WNOHANG | WaitCall.WALL);
  }

  /** Which namespace a procfs lists that is mounted in this event. */
  private String shown(AlloyStep step) {
    Set<List<String>> before = found.before(step).tuples("procfs");
    return found.after(step).tuples("procfs").stream()
        .filter(tuple -> !before.contains(tuple))
        .findFirst()
        .orElseThrow()
        .getLast();
  }

  private Syscall open(AlloyState before, String who, Cells state) {
    String namespace = operand(before, "which");
    String proc = procfs.get(List.of(tree(before, who), namespace));
    List<String> number = List.of(namespace, operand(before, "num"));
    Task whom =
        tasks.entrySet().stream()
            .filter(one -> before.of("number", one.getKey()).contains(number))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    int shown = PidNamespaces.number(state, shown(before, namespace, state), whom);
    return new Syscall.Open(proc + "/" + shown + "/fd", OpenFlags.O_RDONLY, 0);
  }
}
