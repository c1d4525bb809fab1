package watertight.model.linux.scenario;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.Domain;
import watertight.model.linux.Caller;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.PathChoices;
import watertight.model.linux.path.WalkKeys;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/** What the arguments of one task's calls range over, and when two do the same. */
final class Arguments {
  /** A path and the descriptor that it starts at. */
  record At(int dirfd, String path) {}

  private final Task task;
  private final Rules rules;
  private final Scenario scenario;
  private final Scope scope;
  private final Names names;
  private final List<Integer> fds;

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

  private List<String> paths(String call) {
    return names.paths(scenario.components().getOrDefault(call, scope.components()));
  }

  /** Texts for a link; none stands for another. */
  Domain<String> texts(String call) {
    return Domain.of(paths(call));
  }

  /** Paths to something that is there, a link at the end followed. */
  Domain<String> objects(String call) {
    return lookups(call, Lookup.FOLLOW);
  }

  /** Paths to something that is there, a link at the end not followed. */
  Domain<String> links(String call) {
    return lookups(call, Lookup.NOFOLLOW);
  }

  private Domain<String> lookups(String call, Lookup lookup) {
    return new Domain<>(
        paths(call), (path, cells) -> guarded(cells, c -> WalkKeys.ofLookup(c, path, lookup)));
  }

  /** Paths to a name that is to be made, or that is meant itself. */
  Domain<String> newNames(String call) {
    return new Domain<>(
        paths(call), (path, cells) -> guarded(cells, c -> WalkKeys.ofParent(c, path)));
  }

  Domain<At> newNamesAt(String call) {
    return new Domain<>(
        at(call), (at, cells) -> guarded(cells, c -> WalkKeys.ofParent(c, at.dirfd(), at.path())));
  }

  Domain<At> objectsAt(String call) {
    return objectsAt(call, 0);
  }

  Domain<At> linksAt(String call) {
    return lookupsAt(call, Lookup.NOFOLLOW);
  }

  Domain<At> objectsAt(String call, long resolve) {
    return lookupsAt(call, lookup(resolve));
  }

  private Domain<At> lookupsAt(String call, Lookup lookup) {
    return new Domain<>(
        at(call),
        (at, cells) -> guarded(cells, c -> WalkKeys.ofLookup(c, at.dirfd(), at.path(), lookup)));
  }

  private Lookup lookup(long resolve) {
    return new Lookup(
        true,
        false,
        resolve == ResolveFlags.RESOLVE_BENEATH && rules.has(PathChoices.RESOLVE_BENEATH),
        resolve == ResolveFlags.RESOLVE_IN_ROOT && rules.has(PathChoices.RESOLVE_IN_ROOT),
        resolve == ResolveFlags.RESOLVE_NO_XDEV,
        resolve == ResolveFlags.RESOLVE_NO_SYMLINKS,
        resolve == ResolveFlags.RESOLVE_NO_MAGICLINKS,
        false);
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
    return new Domain<>(
        fds,
        (fd, cells) ->
            cells.view(new FdTableCell(task), new FdTableCell.Behind(fd)) == null ? "closed" : fd);
  }

  private Object guarded(Cells cells, java.util.function.Function<Caller, Object> key) {
    boolean runs = cells.view(new TaskCell(task), new TaskCell.Runs());
    return runs ? key.apply(new Caller(cells, rules, task)) : "no such task";
  }
}
