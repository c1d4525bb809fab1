package watertight.model.linux.claim;

import static watertight.model.linux.credential.Capability.CAP_SYS_CHROOT;

import java.util.List;
import java.util.Set;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Resolved;
import watertight.model.linux.path.WalkKeys;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;

/** The predicates of the chroot claims that are not the goal of a scenario. */
final class ChrootProperties {
  private ChrootProperties() {}

  /** At the root, {@code ..} is the root. */
  static Property.OfStates<Move> dotdotIsRoot(Rules rules, List<String> names) {
    return cells -> Views.tasks(cells).stream().allMatch(task -> isRoot(cells, rules, task, names));
  }

  private static boolean isRoot(Cells cells, Rules rules, Task task, List<String> names) {
    Caller caller = new Caller(cells, rules, task);
    Object root = WalkKeys.ofLookup(caller, "/.", Lookup.FOLLOW);
    boolean plain =
        List.of("/..", "/../..", "/../.").stream()
            .allMatch(path -> root.equals(WalkKeys.ofLookup(caller, path, Lookup.FOLLOW)));
    return plain && names.stream().allMatch(name -> returns(caller, root, name));
  }

  /** Down into a directory of the root and up again, twice, is the root. */
  private static boolean returns(Caller caller, Object root, String name) {
    Path child = Geometry.descend(caller.cells(), caller.root(), name);
    Object up = WalkKeys.ofLookup(caller, "/" + name + "/../..", Lookup.FOLLOW);
    boolean plain = child != null && caller.root().equals(Geometry.above(caller.cells(), child));
    return !plain || root.equals(up) || up instanceof Result.Refused;
  }

  /** The party's root, working directories and descriptors lie below the root it started with. */
  static Property.OfStates<Move> confined(String party) {
    return cells -> {
      Path jail = Views.jail(cells, party);
      return Views.tasksOf(cells, party).stream().allMatch(task -> isConfined(cells, task, jail));
    };
  }

  private static boolean isConfined(Cells cells, Task task, Path jail) {
    return Geometry.isBelow(cells, Views.root(cells, task), jail)
        && Geometry.isBelow(cells, Views.cwd(cells, task), jail)
        && Views.open(cells, task).stream().allMatch(file -> isBelow(cells, file, jail));
  }

  private static boolean isBelow(Cells cells, OpenFileState file, Path jail) {
    Path path = file.pathOrNull();
    return path == null || Geometry.isBelow(cells, path, jail);
  }

  /** What lies below a task's new root at a plain name is what the task reaches by that name. */
  static Property.OfStates<Move> reachable(Rules rules, String party, Set<String> worldPaths) {
    return cells ->
        Views.tasksOf(cells, party).stream()
            .filter(task -> !Views.root(cells, task).equals(Views.jail(cells, party)))
            .allMatch(task -> worldPaths.stream().allMatch(p -> reaches(cells, rules, task, p)));
  }

  private static boolean reaches(Cells cells, Rules rules, Task task, String worldPath) {
    Caller caller = new Caller(cells, rules, task);
    Path object = Geometry.find(cells, worldPath);
    String inside = object == null ? null : nameBelow(cells, object, caller.root());
    if (inside == null) {
      return true;
    }
    Object reached = WalkKeys.ofLookup(caller, inside, Lookup.NOFOLLOW);
    return new Result.Returned(new Resolved.FoundAt(object)).equals(reached);
  }

  /** The plain name of {@code object} as seen from {@code root}, or null when it is not below. */
  private static String nameBelow(Cells cells, Path object, Path root) {
    StringBuilder name = new StringBuilder();
    for (Path at = object; at != null; at = Geometry.above(cells, at)) {
      if (at.equals(root)) {
        return name.isEmpty() ? "/" : name.toString();
      }
      if (Geometry.above(cells, at) != null && !isMountRoot(cells, at)) {
        name.insert(0, "/" + watertight.model.linux.path.Tree.name(cells, at.dentry()));
      }
    }
    return null;
  }

  private static boolean isMountRoot(Cells cells, Path path) {
    Path above = Geometry.above(cells, path);
    return above != null && !above.mount().equals(path.mount());
  }

  /** A call moves the root of its caller and of those that share its fs_struct, and no other. */
  static Property.OfSteps<Move> rootPerTask() {
    return (before, move, result, after) -> {
      for (Task task : Views.tasks(before)) {
        boolean shares = Views.fs(before, task).equals(Views.fs(before, move.task()));
        boolean runs = Views.fs(after, task) != null;
        if (!shares && runs && moved(before, after, task)) {
          return false;
        }
      }
      return true;
    };
  }

  private static boolean moved(Cells before, Cells after, Task task) {
    return !Views.root(before, task).equals(Views.root(after, task));
  }

  /** A chroot by a task without the capability moves no root. */
  static Property.OfSteps<Move> rootNeedsPrivilege() {
    return (before, move, result, after) ->
        !isUnprivilegedChroot(before, move)
            || Views.tasks(before).stream().noneMatch(task -> moved(before, after, task));
  }

  /** Whether the step is a chroot by a task without the capability. */
  static boolean isUnprivilegedChroot(Cells before, Move move) {
    return move instanceof Move.Call(Task task, Syscall.Chroot chroot)
        && !before.get(new CredCell(task)).can(CAP_SYS_CHROOT);
  }

  /** Every call ends. */
  static Property.OfSteps<Move> ends() {
    return (before, move, result, after) -> !(result instanceof Result.DoesNotEnd);
  }
}
