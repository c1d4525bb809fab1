package watertight.model.linux.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import watertight.model.Cells;
import watertight.model.Domain;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.WalkKeys;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/** What the arguments of one task's calls range over, and when two do the same. */
final class Arguments {
  private static final int CWD = Syscall.AT_FDCWD;

  /** A path and the descriptor that it starts at. */
  record At(int dirfd, String path) {}

  private final Task task;
  private final Rules rules;
  private final Scenario scenario;
  private final Scope scope;
  private final Names names;
  private final List<Integer> fds;
  private final Map<Object, Domain<?>> known = new HashMap<>();

  Arguments(
      Task task, Rules rules, Scenario scenario, Scope scope, Names names, List<Integer> fds) {
    this.task = task;
    this.rules = rules;
    this.scenario = scenario;
    this.scope = scope;
    this.names = names;
    this.fds = List.copyOf(fds);
  }

  @SuppressWarnings("unchecked")
  static <V> V cast(Object value) {
    return (V) value;
  }

  List<Integer> ids() {
    return names.ids();
  }

  /** The largest process number that is tried: with so many tasks none is larger. */
  int lastNumber() {
    return Math.max(rules.bounds().tasks(), 1) + 1;
  }

  private List<String> paths(String call) {
    return names.paths(scope.components().of(call));
  }

  /** Texts for a link; none stands for another. */
  Domain<String> texts(String call) {
    return Domain.of(paths(call));
  }

  /** Paths to something that is there, a link at the end followed. */
  Domain<String> objects(String call) {
    return shared(call, "objects", (c, path) -> WalkKeys.ofLookup(c, CWD, path, Lookup.FOLLOW));
  }

  /** Paths to something that is there, a link at the end not followed. */
  Domain<String> links(String call) {
    return shared(call, "links", (c, path) -> WalkKeys.ofLookup(c, CWD, path, Lookup.NOFOLLOW));
  }

  /** Paths to a name that may be there or not. */
  Domain<String> names(String call) {
    return shared(call, "names", (c, path) -> WalkKeys.ofName(c, CWD, path));
  }

  /** Paths to a name for a call that is refused when it is there. */
  Domain<String> newNames(String call) {
    return shared(call, "new names", (c, path) -> WalkKeys.ofNewName(c, CWD, path));
  }

  /** Paths to a name for a call that is refused when it is not there. */
  Domain<String> oldNames(String call) {
    return shared(call, "old names", (c, path) -> WalkKeys.ofOldName(c, CWD, path));
  }

  private Domain<String> shared(String call, String what, BiFunction<Caller, String, Object> key) {
    List<String> paths = paths(call);
    return cast(
        known.computeIfAbsent(
            List.of(what, paths.size()),
            fresh ->
                new Domain<String>(paths, (p, cells) -> guarded(cells, c -> key.apply(c, p)))));
  }

  Domain<At> namesAt(String call) {
    return sharedAt(call, "names", (c, at) -> WalkKeys.ofName(c, at.dirfd(), at.path()));
  }

  Domain<At> linksAt(String call) {
    return lookupsAt(call, Lookup.NOFOLLOW);
  }

  Domain<At> objectsAt(String call, long resolve) {
    return lookupsAt(call, Lookup.resolving(rules, true, false, resolve));
  }

  private Domain<At> lookupsAt(String call, Lookup lookup) {
    return sharedAt(call, lookup, (c, at) -> WalkKeys.ofLookup(c, at.dirfd(), at.path(), lookup));
  }

  private Domain<At> sharedAt(String call, Object what, BiFunction<Caller, At, Object> key) {
    List<At> paths = at(call);
    return cast(
        known.computeIfAbsent(
            List.of(what, paths.size(), "at"),
            fresh -> new Domain<At>(paths, (p, cells) -> guarded(cells, c -> key.apply(c, p)))));
  }

  private List<At> at(String call) {
    List<At> all = new ArrayList<>();
    for (String path : paths(call)) {
      all.add(new At(Syscall.AT_FDCWD, path));
    }
    for (int fd : fds) {
      for (String path : paths(call)) {
        if (!path.startsWith("/")) {
          all.add(new At(fd, path));
        }
      }
    }
    return all;
  }

  /** Descriptors; those that are not open do the same. */
  Domain<Integer> descriptors() {
    return new Domain<>(fds, (fd, cells) -> Files.behind(cells, task, fd) == null ? "closed" : fd);
  }

  private Object guarded(Cells cells, Function<Caller, Object> key) {
    boolean runs = cells.view(new TaskCell(task), new TaskCell.Runs());
    return runs ? key.apply(new Caller(cells, rules, task)) : "no such task";
  }
}
