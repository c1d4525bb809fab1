package watertight.checker.alloy;

import static watertight.model.linux.Syscall.AT_FDCWD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.MountFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.OpenHow;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.task.Task;

/**
 * The events of an instance as calls. The events of one walk are one call, made when it ends; a
 * walk that is only begun and refused is left out, one that arrives and is given up has looked. A
 * task in whose walks others act is a program, which goes on by one component at a time.
 */
final class Script {
  private final Counterexample found;
  private final Cast cast;
  private final List<Move> moves = new ArrayList<>();
  private final Map<String, UnderWay> underWay = new LinkedHashMap<>();
  private final Map<String, Integer> followed = new HashMap<>();
  private final Map<String, Integer> cuts = new HashMap<>();
  private final Map<Task, List<Party.Line>> programs = new LinkedHashMap<>();

  Script(Counterexample found) {
    this.found = found;
    this.cast = new Cast(found.states().getFirst());
  }

  Cast cast() {
    return cast;
  }

  List<Move> moves() {
    return moves;
  }

  /** After how many components the texts of links end that no walk has used up. */
  Map<String, Integer> cuts() {
    return cuts;
  }

  /** Which calls each task makes. */
  Map<Task, Set<String>> calls() {
    Map<Task, Set<String>> calls = new HashMap<>();
    for (Move move : moves) {
      if (move instanceof Move.Call(Task task, Syscall call)) {
        calls.computeIfAbsent(task, t -> new LinkedHashSet<>()).add(call.name());
      }
    }
    return calls;
  }

  /** The calls of each task in whose walks others act. */
  Map<Task, List<Party.Line>> programs() {
    return programs;
  }

  /** Plays this many events, and opens where the walks then are. */
  void play(int events) throws Inexpressible {
    interrupted(events);
    for (AlloyStep step : found.steps()) {
      if (step.number() <= events) {
        take(step);
      }
    }
    AlloyState last = found.states().get(Math.min(events, found.states().size() - 1));
    for (Map.Entry<String, UnderWay> entry : underWay.entrySet()) {
      UnderWay call = entry.getValue();
      boolean ends = found.loopFrom().isEmpty();
      if (ends) {
        call.cut(cuts);
      }
      String path = ends ? call.usedPath(last) : call.path(last);
      move(entry.getKey(), open(entry.getKey(), call, path, OpenFlags.O_RDONLY));
    }
    for (String link : cuts.keySet()) {
      if (followed.getOrDefault(link, 0) > 1) {
        throw new Inexpressible("a link is followed twice, and the second walk is under way");
      }
    }
  }

  private void interrupted(int events) {
    Set<String> walking = new LinkedHashSet<>();
    for (AlloyStep step : found.steps().subList(0, Math.min(events, found.steps().size()))) {
      for (String other : walking) {
        if (!other.equals(step.task())) {
          programs.putIfAbsent(cast.task(other), new ArrayList<>());
        }
      }
      switch (step.call()) {
        case "Begin" -> walking.add(step.task());
        case "Step" -> {}
        default -> walking.remove(step.task());
      }
    }
  }

  private void take(AlloyStep step) throws Inexpressible {
    String task = step.task();
    AlloyState before = found.before(step);
    switch (step.call()) {
      case "Begin" -> underWay.put(task, UnderWay.begun(found, step));
      case "Step" -> {
        Objects.requireNonNull(underWay.get(task))
            .step(before)
            .ifPresent(link -> followed.merge(link, 1, Integer::sum));
        if (programs.containsKey(cast.task(task))) {
          moves.add(new Move.Program(cast.task(task)));
        }
      }
      case "GiveUp" -> giveUp(task, before, ended(task));
      case "Chdir" -> move(task, new Syscall.Chdir(plain(task, before)));
      case "Chroot" -> move(task, new Syscall.Chroot(plain(task, before)));
      case "Mkdir" -> {
        String parent = plain(task, before);
        String name = parent.endsWith("/") ? parent : parent + "/";
        move(task, new Syscall.Mkdir(name + Atoms.text(operand(step, "n")), 0755));
      }
      case "Bind" -> {
        String source = plain(task, before);
        Spot onto = new Spot(operand(step, "m"), operand(step, "d"));
        String target =
            name(task, before, new Sketch(before).seen(onto))
                .orElseThrow(
                    () -> new Inexpressible("a mount at a place that a descriptor alone names"));
        move(task, new Syscall.Mount(source, target, null, MountFlags.MS_BIND));
      }
      case "Open" -> {
        UnderWay call = ended(task);
        Spot at = Atoms.spots(before, "at", Atoms.only(before, "walk", task)).getFirst();
        long flags =
            before.atoms("Link").contains(at.dentry()) ? OpenFlags.O_PATH : OpenFlags.O_RDONLY;
        move(task, open(task, call, call.path(before), flags));
        cast.add(task, at);
      }
      case "Fchdir" -> move(task, new Syscall.Fchdir(fd(task, step)));
      case "Rename" -> rename(task, before, step);
      case "Clone", "CloneFs" -> {
        String child = operand(step, "u");
        cast.born(child);
        cast.inherits(child, task);
        boolean shares = step.call().equals("CloneFs");
        move(task, new Syscall.Clone(shares ? CloneFlags.CLONE_FS : 0));
      }
      case "Drop" -> {
        if (!operand(step, "u").equals(Atoms.only(before, "uid", task))) {
          throw new Inexpressible("Drop to another user");
        }
        move(task, new Syscall.Capset(CapSet.NONE, CapSet.NONE, CapSet.NONE));
      }
      case "Pass" ->
          cast.handed(operand(step, "u"), new Spot(operand(step, "m"), operand(step, "d")));
      default -> throw new Inexpressible("the event " + step.call());
    }
  }

  private UnderWay ended(String task) {
    return Objects.requireNonNull(underWay.remove(task), task);
  }

  /** Only one that arrived has seen something. */
  private void giveUp(String task, AlloyState before, UnderWay call) throws Inexpressible {
    if (programs.containsKey(cast.task(task))) {
      throw new Inexpressible("a walk that is given up, by a task in whose walks others act");
    }
    if (!before.of("rest", Atoms.only(before, "walk", task)).isEmpty()) {
      return;
    }
    int fd = cast.next(task);
    move(task, open(task, call, call.path(before), OpenFlags.O_PATH));
    move(task, new Syscall.Close(fd));
  }

  private void rename(String task, AlloyState before, AlloyStep step) throws Inexpressible {
    for (Map<String, String> reading : step.operands()) {
      String entry = Objects.requireNonNull(reading.get("d"));
      String mount = Objects.requireNonNull(reading.get("m"));
      Spot from = new Spot(mount, Atoms.only(before, "d_parent", entry));
      Spot to = new Spot(mount, Objects.requireNonNull(reading.get("e")));
      Optional<String> fromName = name(task, before, from);
      Optional<String> toName = name(task, before, to);
      if (fromName.isPresent() && toName.isPresent()) {
        String old = in(fromName.get(), Atoms.text(Atoms.only(before, "d_name", entry)));
        String name = in(toName.get(), Atoms.text(Objects.requireNonNull(reading.get("n"))));
        move(task, new Syscall.Rename(old, name));
        return;
      }
    }
    throw new Inexpressible("a rename at a place that a descriptor alone names");
  }

  private static String in(String directory, String name) {
    return directory.equals(".")
        ? name
        : directory.endsWith("/") ? directory + name : directory + "/" + name;
  }

  /** A path by which the task can name a place now. */
  private static Optional<String> name(String task, AlloyState state, Spot spot) {
    Sketch sketch = new Sketch(state);
    String fs = Atoms.only(state, "fs", task);
    Spot cwd = Atoms.spots(state, "pwd", fs).getFirst();
    Spot root = Atoms.spots(state, "fs_root", fs).getFirst();
    return sketch
        .route(cwd, spot)
        .map(path -> path.isEmpty() ? "." : path)
        .or(() -> sketch.route(root, spot).map(path -> "/" + path));
  }

  private static String operand(AlloyStep step, String name) {
    return Objects.requireNonNull(step.operands().getFirst().get(name), name);
  }

  private int fd(String task, AlloyStep step) {
    return cast.fd(task, new Spot(operand(step, "m"), operand(step, "d"))).orElseThrow();
  }

  /** The path of a call that takes no descriptor and no flags. */
  private String plain(String task, AlloyState state) throws Inexpressible {
    UnderWay call = ended(task);
    if (call.directory().isPresent() && !call.path(state).startsWith("/")
        || !call.flags().isEmpty()) {
      throw new Inexpressible("a path from a descriptor in a call that takes none");
    }
    return call.path(state);
  }

  private Syscall open(String task, UnderWay call, String path, long flags) {
    int from = call.directory().flatMap(spot -> cast.fd(task, spot)).orElse(AT_FDCWD);
    long all = call.flags().contains("NoFollow") ? flags | OpenFlags.O_NOFOLLOW : flags;
    long resolve = resolve(call.flags());
    return resolve == 0
        ? new Syscall.Openat(from, path, all, 0)
        : new Syscall.Openat2(from, path, new OpenHow(all, 0, resolve, true), OpenHow.SIZE);
  }

  private static long resolve(Set<String> flags) {
    long resolve = 0;
    for (String flag : flags) {
      resolve |=
          switch (flag) {
            case "InRoot" -> ResolveFlags.RESOLVE_IN_ROOT;
            case "Beneath" -> ResolveFlags.RESOLVE_BENEATH;
            case "NoXdev" -> ResolveFlags.RESOLVE_NO_XDEV;
            case "NoSymlinks" -> ResolveFlags.RESOLVE_NO_SYMLINKS;
            case "NoMagiclinks" -> ResolveFlags.RESOLVE_NO_MAGICLINKS;
            default -> 0;
          };
    }
    return resolve;
  }

  private void move(String atom, Syscall call) {
    Task task = cast.task(atom);
    List<Party.Line> program = programs.get(task);
    if (program == null) {
      moves.add(new Move.Call(task, call));
    } else {
      program.add(new Party.Line(call, -1, new Party.Expect.Anything()));
    }
  }
}
