package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Kernel;
import watertight.model.linux.MountFlags;
import watertight.model.linux.Pending;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.Frame;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.task.Task;

/** Makes the calls of the model that an instance of task.als speaks of. */
final class EventSteps {
  private static final Result NO_CALL = new Result.NotEnabled("no call of the model does this");
  private static final Result DONE = Reply.zero();

  private final Rules rules;
  private final Kernel kernel;
  private final Building building;
  private final PlainCells cells;
  private final Crowd crowd;
  private final Texts texts;
  private final Map<String, String> given;
  private final Task task;

  EventSteps(Rules rules, Building building, Crowd crowd, Texts texts, Map<String, String> given) {
    this.rules = rules;
    this.kernel = new Kernel(rules);
    this.building = building;
    this.cells = building.cells();
    this.crowd = crowd;
    this.texts = texts;
    this.given = given;
    this.task = crowd.task(of("t"));
  }

  private String of(String parameter) {
    return Objects.requireNonNull(given.get(parameter), parameter);
  }

  private Path place() {
    return new Path(building.mount(of("m")), building.dentry(of("d")));
  }

  /** Steps what {@code predicate} speaks of; {@link Result.NotEnabled} when no call does it. */
  Result take(String predicate) {
    String call = predicate.substring(0, predicate.indexOf('_'));
    return switch (call) {
      case "begin" -> begin();
      case "walk" -> walk();
      case "give" -> advance(new Syscall.Stat("x"), walked());
      case "chdir" -> advance(new Syscall.Chdir("x"), toDirectory());
      case "chroot" -> advance(new Syscall.Chroot("x"), toDirectory());
      case "open" -> kernel.advance(cells, task);
      case "mkdir" -> mkdir(predicate.equals("mkdir_not_directory"));
      case "fchdir" -> kernel.call(cells, task, new Syscall.Fchdir(descriptor()));
      case "rename" -> rename();
      case "clone" ->
          kernel.call(
              cells,
              task,
              new Syscall.Clone(predicate.equals("clone_fs_ok") ? CloneFlags.CLONE_FS : 0));
      case "bind" -> bind();
      case "drop" -> {
        int uid = (int) Objects.requireNonNull(building.naming().object(of("u")));
        yield Compounds.drop(kernel, cells, task, uid) ? DONE : NO_CALL;
      }
      case "pass" -> pass();
      default -> throw new IllegalArgumentException(predicate);
    };
  }

  private int descriptor() {
    return crowd.descriptor(of("t"), place());
  }

  private Result begin() {
    Caller c = new Caller(cells, rules, task);
    int dirfd = c.cwd().equals(place()) ? Syscall.AT_FDCWD : descriptor();
    String path = texts.text(of("p"));
    return kernel.begin(cells, task, Walker.call(dirfd, path, List.copyOf(flagsAfter())));
  }

  private List<String> flagsAfter() {
    return given.containsKey("flags") ? List.of(of("flags").split(" ")) : List.of();
  }

  private PathWalk walked() {
    return pending().walk();
  }

  private Pending pending() {
    return Objects.requireNonNull(cells.get(new PendingCell(task)));
  }

  private Result advance(Syscall call, PathWalk walk) {
    cells.set(new PendingCell(task), new Pending(call, walk));
    return kernel.advance(cells, task);
  }

  /** A component alone, whatever the call would do after it. */
  private Result walk() {
    Caller c = new Caller(cells, rules, task);
    return switch (WalkSteps.take(c, walked())) {
      case WalkSteps.Outcome.Moved(PathWalk to, boolean inFile) -> {
        cells.set(new PendingCell(task), new Pending(pending().call(), to));
        yield DONE;
      }
      case WalkSteps.Outcome.Refused(var gate) -> new Result.Refused(gate);
      case WalkSteps.Outcome.Arrived arrived -> DONE;
      case WalkSteps.Outcome.Endless endless -> new Result.DoesNotEnd("the walk");
    };
  }

  private PathWalk toDirectory() {
    return with(walked().at(), walked().frames(), Lookup.DIRECTORY);
  }

  private PathWalk with(Path at, List<Frame> frames, Lookup lookup) {
    PathWalk w = walked();
    return new PathWalk(at, w.root(), frames, lookup, w.links(), w.rootLooked(), w.disturbed());
  }

  private Result mkdir(boolean inFile) {
    String name = texts.apply(of("n"));
    List<String> names = new ArrayList<>(List.of(name));
    Path at = walked().at();
    if (inFile) {
      String file = Objects.requireNonNull(building.naming().known(at.dentry()));
      names.add(0, texts.apply(building.facts().one("d_name", file)));
      at = new Path(at.mount(), building.dentry(building.facts().one("d_parent", file)));
    }
    List<Frame> frames = List.of(new Frame(null, names, false));
    return advance(new Syscall.Mkdir(name, 0777), with(at, frames, Lookup.NOFOLLOW));
  }

  private @Nullable String route(Path to) {
    return Routes.to(new Caller(cells, rules, task), to, texts.names());
  }

  private Result rename() {
    String from = route(new Path(building.mount(of("m")), building.dentry(parent(of("d")))));
    String to = route(new Path(building.mount(of("m2")), building.dentry(of("e"))));
    if (from == null || to == null) {
      return NO_CALL;
    }
    String name = texts.apply(building.facts().one("d_name", of("d")));
    return kernel.call(
        cells, task, new Syscall.Rename(from + "/" + name, to + "/" + texts.apply(of("n"))));
  }

  private String parent(String dentry) {
    return building.facts().one("d_parent", dentry);
  }

  private Result bind() {
    Path source = walked().at();
    cells.set(new PendingCell(task), null);
    Caller c = new Caller(cells, rules, task);
    Path top = Mounts.top(c, place());
    String from = route(source);
    String to = c.cwd().equals(place()) ? "." : c.root().equals(place()) ? "/" : route(top);
    return from == null || to == null
        ? NO_CALL
        : kernel.call(cells, task, new Syscall.Mount(from, to, null, MountFlags.MS_BIND));
  }

  private Result pass() {
    Task to = crowd.task(of("u"));
    return Compounds.canReceive(cells, to) && Compounds.pass(kernel, cells, task, descriptor(), to)
        ? DONE
        : NO_CALL;
  }
}
