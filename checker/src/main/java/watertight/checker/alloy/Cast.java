package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.WorldLine;

/** The tasks of an instance as tasks of the model, with the descriptors that each has. */
final class Cast {
  private static final int FIRST_FD = 3;

  private final AlloyState start;
  private final Map<String, Task> letters = new LinkedHashMap<>();
  private final List<String> first;
  private final Map<String, TreeMap<Integer, Spot>> open = new HashMap<>();
  private final Map<String, TreeMap<Integer, Spot>> atStart = new HashMap<>();

  Cast(AlloyState start) {
    this.start = start;
    this.first =
        Atoms.owners(start, "fs").stream()
            .sorted(
                Comparator.comparing((String task) -> !isJailed(task)).thenComparing(task -> task))
            .toList();
    for (String task : first) {
      born(task);
      Atoms.spots(start, "held", task).forEach(spot -> add(task, spot));
      atStart.put(task, new TreeMap<>(fds(task)));
    }
  }

  private boolean isJailed(String task) {
    return start.relations().containsKey("Jailed") && start.atoms("Jailed").contains(task);
  }

  /** A task begins to live. */
  void born(String task) {
    letters.put(task, new Task(letters.size()));
    open.put(task, new TreeMap<>());
  }

  Task task(String atom) {
    return Objects.requireNonNull(letters.get(atom), atom);
  }

  /** The party of a task of the start; who is made later belongs to its maker's. */
  String party(String atom) {
    return (isJailed(atom) ? "jailed" : "outsider") + task(atom).letter();
  }

  private TreeMap<Integer, Spot> fds(String task) {
    return Objects.requireNonNull(open.get(task), task);
  }

  /** A child has what its parent has. */
  void inherits(String child, String parent) {
    open.put(child, new TreeMap<>(fds(parent)));
  }

  /** The next descriptor that a task gets. */
  int next(String task) {
    int fd = FIRST_FD;
    while (fds(task).containsKey(fd)) {
      fd++;
    }
    return fd;
  }

  /** A task has opened a place. */
  void add(String task, Spot spot) {
    fds(task).put(next(task), spot);
  }

  /** A task is handed a place: it has had it from the start, which is the stronger task. */
  void handed(String task, Spot spot) throws Inexpressible {
    if (fds(task).containsValue(spot)) {
      return;
    }
    if (!first.contains(task) || fds(task).size() != atStart.get(task).size()) {
      throw new Inexpressible("a descriptor is passed to a task that has opened others before");
    }
    add(task, spot);
    atStart.put(task, new TreeMap<>(fds(task)));
  }

  /** The descriptor by which a task holds a place. */
  Optional<Integer> fd(String task, Spot spot) {
    return fds(task).entrySet().stream()
        .filter(entry -> entry.getValue().equals(spot))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Who there is at the start; each may make the calls that it makes, or runs its program. */
  List<Party> parties(Script script) throws Inexpressible {
    Map<Task, Set<String>> calls = script.calls();
    Sketch sketch = new Sketch(start);
    List<Party> parties = new ArrayList<>();
    for (String atom : first) {
      String fs = Atoms.only(start, "fs", atom);
      TreeMap<Integer, String> fds = new TreeMap<>();
      for (var entry : Objects.requireNonNull(atStart.get(atom)).entrySet()) {
        fds.put(entry.getKey(), sketch.path(entry.getValue()));
      }
      String uid = Atoms.only(start, "uid", atom);
      WorldLine.TaskLine line =
          new WorldLine.TaskLine(
              task(atom),
              uid.equals("Uid$0") ? Optional.empty() : Optional.of(1000),
              Optional.empty(),
              Optional.of(caps(atom)),
              Optional.of(sketch.path(Atoms.spots(start, "fs_root", fs).getFirst())),
              Optional.of(sketch.path(Atoms.spots(start, "pwd", fs).getFirst())),
              Optional.empty(),
              fds);
      List<Party.Line> program = script.programs().get(task(atom));
      parties.add(
          program == null
              ? new Party.Free(party(atom), line, calls.getOrDefault(task(atom), Set.of()))
              : new Party.Runs(party(atom), line, program));
    }
    return parties;
  }

  private CapSet caps(String atom) {
    CapSet caps = CapSet.NONE;
    for (String kind : Atoms.kinds(start, "caps", atom)) {
      caps =
          caps.or(
              CapSet.of(
                  switch (kind) {
                    case "SysChroot" -> Capability.CAP_SYS_CHROOT;
                    case "SysAdmin" -> Capability.CAP_SYS_ADMIN;
                    default -> throw new IllegalStateException("capability " + kind);
                  }));
    }
    return caps;
  }
}
