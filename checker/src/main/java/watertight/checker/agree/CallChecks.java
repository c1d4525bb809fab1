package watertight.checker.agree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.model.Gate;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.Frame;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.Resolved;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/** Which predicate of task.als a call of the model is an instance of, and of what. */
final class CallChecks {
  private final EventCheck events;

  CallChecks(EventCheck events) {
    this.events = events;
  }

  /** The end of a call whose walk has arrived, or stands where a name is to be made. */
  @Nullable Finding ends(Caller c, Syscall call, Scene before, Scene after, Result result) {
    String family =
        switch (call) {
          case Syscall.Chdir chdir -> "chdir";
          case Syscall.Chroot chroot -> "chroot";
          case Syscall.Open open -> "open";
          case Syscall.Openat open -> "open";
          case Syscall.Openat2 open -> "open";
          case Syscall.Mkdir mkdir -> "mkdir";
          default -> "";
        };
    if (family.isEmpty()) {
      return gaveUp(c.task(), before, after);
    }
    Map<String, @Nullable String> atoms = new HashMap<>();
    Finding finding =
        events.check(
            c.task(),
            before,
            after,
            Events.family(family),
            expected(result, family + "_ok"),
            picture -> {
              atoms.put("t", "Task$" + c.task());
              if (call instanceof Syscall.Mkdir mkdir) {
                List<String> names = PathAtoms.names(mkdir.path());
                String name = names.get(names.size() - 1);
                atoms.put("n", PathAtoms.component(picture.pair().before(), name));
                atoms.put("new", fresh(picture, before.cells(), after.cells()));
              }
              return atoms;
            },
            false);
    boolean refused = result instanceof Result.Refused;
    return finding != null || !refused ? finding : gaveUp(c.task(), before, after);
  }

  /** A call ends without having done anything. */
  @Nullable Finding gaveUp(Task task, Scene before, Scene after) {
    return simple(task, before, after, "give_up");
  }

  /** A walk takes a component. */
  @Nullable Finding walks(Task task, Scene before, Scene after) {
    return simple(task, before, after, "walk_ok");
  }

  private @Nullable Finding simple(Task task, Scene before, Scene after, String predicate) {
    return events.check(
        task,
        before,
        after,
        List.of(predicate),
        Set.of(predicate),
        picture -> Map.of("t", "Task$" + task),
        false);
  }

  /** A call begins its walk. */
  @Nullable Finding begins(Caller c, Path from, Syscall call, Scene before, Scene after) {
    List<String> names = PathAtoms.names(Objects.requireNonNull(Standing.path(call)));
    List<String> walked =
        Standing.makesName(call) ? names.subList(0, Math.max(0, names.size() - 1)) : names;
    boolean absolute = Objects.requireNonNull(Standing.path(call)).startsWith("/");
    return events.check(
        c.task(),
        before,
        after,
        List.of("begin_ok"),
        Set.of("begin_ok"),
        picture -> {
          Map<String, @Nullable String> atoms = at(picture, c.task(), from);
          atoms.put("p", PathAtoms.add(picture.pair().before(), absolute, walked));
          return atoms;
        },
        false);
  }

  /** Whether the specification speaks of a call that is no walk of its own. */
  static boolean isCompared(Syscall call) {
    return call instanceof Syscall.Fchdir
        || call instanceof Syscall.Rename
        || call instanceof Syscall.Clone
        || call instanceof Syscall.Mount;
  }

  /** A call that is no walk of its own. */
  @Nullable Finding plain(Caller c, Syscall call, Scene before, Scene after, Result result) {
    return switch (call) {
      case Syscall.Fchdir fchdir -> fchdir(c, fchdir, before, after, result);
      case Syscall.Rename rename -> rename(c, rename, before, after, result);
      case Syscall.Clone clone -> clone(c, clone, before, after, result);
      case Syscall.Mount mount -> bind(c, mount, before, after, result);
      default -> null;
    };
  }

  private @Nullable Finding fchdir(
      Caller c, Syscall.Fchdir call, Scene before, Scene after, Result result) {
    Path place = place(c, call.fd());
    return place == null
        ? null
        : events.check(
            c.task(),
            before,
            after,
            Events.family("fchdir"),
            expected(result, "fchdir_ok"),
            picture -> at(picture, c.task(), place),
            false);
  }

  private @Nullable Finding rename(
      Caller c, Syscall.Rename call, Scene before, Scene after, Result result) {
    Name from = Name.of(c, call.from());
    Name to = Name.of(c, call.to());
    Dentry source =
        from == null ? null : Tree.child(c.cells(), from.directory().dentry(), from.name());
    if (from == null || to == null || source == null) {
      return null;
    }
    if (Tree.child(c.cells(), to.directory().dentry(), to.name()) != null) {
      return null;
    }
    return events.check(
        c.task(),
        before,
        after,
        Events.family("rename"),
        expected(result, "rename_ok"),
        picture -> {
          Map<String, @Nullable String> atoms = at(picture, c.task(), from.directory());
          atoms.put("d", picture.naming().known(source));
          atoms.put("m2", picture.naming().known(to.directory().mount()));
          atoms.put("e", picture.naming().known(to.directory().dentry()));
          atoms.put("n", PathAtoms.component(picture.pair().before(), to.name()));
          return atoms;
        },
        result instanceof Result.Returned);
  }

  private @Nullable Finding clone(
      Caller c, Syscall.Clone call, Scene before, Scene after, Result result) {
    boolean shares = (call.flags() & CloneFlags.CLONE_FS) != 0;
    String predicate = shares ? "clone_fs_ok" : "clone_ok";
    return events.check(
        c.task(),
        before,
        after,
        List.of("clone_ok", "clone_fs_ok"),
        expected(result, predicate),
        picture -> {
          Map<String, @Nullable String> atoms = new HashMap<>();
          atoms.put("t", "Task$" + c.task());
          for (Task task : Scene.tasks(after.cells())) {
            if (!before.cells().has(new TaskCell(task))) {
              var fs = after.cells().get(new TaskCell(task)).fs();
              atoms.put("u", "Task$" + task);
              atoms.put("f", picture.naming().known(fs));
            }
          }
          return atoms;
        },
        false);
  }

  private @Nullable Finding bind(
      Caller c, Syscall.Mount call, Scene before, Scene after, Result result) {
    boolean knows = call.target().equals("/") || call.target().equals(".");
    if (!knows || !(Resolved.following(c, call.source()) instanceof Resolved.Found(Path source))) {
      return null;
    }
    Path target = call.target().equals("/") ? c.root() : c.cwd();
    PathWalk arrived =
        new PathWalk(
            source,
            c.root(),
            List.of(new Frame(null, List.of(), false)),
            Lookup.FOLLOW,
            0,
            false,
            false);
    return events.check(
        c.task(),
        before.with(c.task(), new Standing(arrived, null)),
        after,
        Events.family("bind"),
        expected(result, "bind_ok"),
        picture -> {
          Map<String, @Nullable String> atoms = at(picture, c.task(), target);
          atoms.put("new", freshMount(picture, before.cells(), after.cells()));
          return atoms;
        },
        result instanceof Result.Returned);
  }

  /** A task has become another user without capabilities. */
  @Nullable Finding drops(Task task, int uid, Scene before, Scene after) {
    return events.check(
        task,
        before,
        after,
        List.of("drop_ok"),
        Set.of("drop_ok"),
        picture -> {
          Map<String, @Nullable String> atoms = new HashMap<>();
          atoms.put("t", "Task$" + task);
          atoms.put("u", picture.naming().known(uid));
          return atoms;
        },
        false);
  }

  /** A task has passed a descriptor to another. */
  @Nullable Finding passes(Task task, Path place, Task to, Scene before, Scene after) {
    return events.check(
        task,
        before,
        after,
        List.of("pass_ok"),
        Set.of("pass_ok"),
        picture -> {
          Map<String, @Nullable String> atoms = at(picture, task, place);
          atoms.put("u", "Task$" + to);
          return atoms;
        },
        false);
  }

  /** The place behind a descriptor, or null. */
  static @Nullable Path place(Caller c, int fd) {
    OpenFileState file = c.file(fd);
    return file == null ? null : file.pathOrNull();
  }

  private static Set<String> expected(Result result, String success) {
    return switch (result) {
      case Result.Returned returned -> Set.of(success);
      case Result.Refused(Gate gate) -> Events.predicates(gate);
      case Result other -> Set.of();
    };
  }

  private static Map<String, @Nullable String> at(Picture picture, Task task, Path place) {
    Map<String, @Nullable String> atoms = new HashMap<>();
    atoms.put("t", "Task$" + task);
    atoms.put("m", picture.naming().known(place.mount()));
    atoms.put("d", picture.naming().known(place.dentry()));
    return atoms;
  }

  private static String fresh(Picture picture, PlainCells before, PlainCells after) {
    for (Object cell : after.values().keySet()) {
      if (cell instanceof DentryCell(TreeDentry dentry) && !before.has(new DentryCell(dentry))) {
        return Objects.requireNonNull(picture.naming().known(dentry));
      }
    }
    return spare(picture, "Dir");
  }

  private static String freshMount(Picture picture, PlainCells before, PlainCells after) {
    for (Object cell : after.values().keySet()) {
      if (cell instanceof MountCell(Mount mount) && !before.has(new MountCell(mount))) {
        return Objects.requireNonNull(picture.naming().known(mount));
      }
    }
    return spare(picture, "Mount");
  }

  /** Something that is not there yet, and will not be. */
  private static String spare(Picture picture, String signature) {
    picture.pair().before().add(signature, signature + "$spare");
    return signature + "$spare";
  }

  /** A name in the working directory or the root. */
  private record Name(Path directory, String name) {
    static @Nullable Name of(Caller c, String path) {
      List<String> names = PathAtoms.names(path);
      boolean isPlain = names.size() == 1 && !names.get(0).startsWith(".") && !path.endsWith("/");
      return isPlain ? new Name(path.startsWith("/") ? c.root() : c.cwd(), names.get(0)) : null;
    }
  }
}
