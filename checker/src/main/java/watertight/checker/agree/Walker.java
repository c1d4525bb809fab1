package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.OpenHow;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.path.Frame;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.FilesStruct;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TasksCell;

/** Builds the walk of an instance, and the tasks behind its magic links. */
final class Walker {
  /** The descriptor that a walk starts from. */
  static final int DIRFD = 3;

  private static final Map<String, Long> RESOLVE =
      Map.of(
          "Beneath", ResolveFlags.RESOLVE_BENEATH,
          "InRoot", ResolveFlags.RESOLVE_IN_ROOT,
          "NoXdev", ResolveFlags.RESOLVE_NO_XDEV,
          "NoSymlinks", ResolveFlags.RESOLVE_NO_SYMLINKS,
          "NoMagiclinks", ResolveFlags.RESOLVE_NO_MAGICLINKS);
  private static final List<String> TURNS = List.of("T0", "T1", "T2");
  private static final CapSet CAPS = CapSet.ALL.minus(CapSet.of(Capability.CAP_SYS_PTRACE));

  private final Facts facts;
  private final Building building;
  private final Texts texts;
  private final Rules rules;

  Walker(Facts facts, Building building, Texts texts, Rules rules) {
    this.rules = rules;
    this.facts = facts;
    this.building = building;
    this.texts = texts;
  }

  /** The walk, as the call {@link #call} would make it. */
  PathWalk walk(String atom) {
    OpenHow how = call(atom).how();
    boolean follow = (how.flags() & OpenFlags.O_NOFOLLOW) == 0;
    return new PathWalk(
        building.place("at", atom),
        building.place("root", atom),
        frames(atom),
        Lookup.resolving(rules, follow, false, how.resolve()),
        TURNS.indexOf(facts.one("links", atom)),
        facts.atoms("Rooted").contains(atom),
        facts.atoms("Disturbed").contains(atom));
  }

  /** A call whose walk has the flags that the walk has in the instance. */
  Syscall.Openat2 call(String atom) {
    return call(DIRFD, ".", facts.from("flags", atom));
  }

  /** An openat2 with O_PATH and these flags. */
  static Syscall.Openat2 call(int dirfd, String path, List<String> flags) {
    long resolve = 0;
    for (String flag : flags) {
      resolve |= RESOLVE.getOrDefault(flag, 0L);
    }
    long nofollow = flags.contains("NoFollow") ? OpenFlags.O_NOFOLLOW : 0;
    OpenHow how = new OpenHow(OpenFlags.O_PATH | nofollow, 0, resolve, true);
    return new Syscall.Openat2(dirfd, path, how, OpenHow.SIZE);
  }

  private List<Frame> frames(String atom) {
    Map<String, List<String>> levels = new TreeMap<>();
    for (Facts.Row row : facts.of("rest")) {
      if (row.first().equals(atom)) {
        levels.put(row.atoms().get(1), texts.names(row.last()));
      }
    }
    List<Frame> frames = new ArrayList<>();
    levels.values().forEach(names -> frames.add(new Frame(null, names, false)));
    return frames.isEmpty() ? List.of(new Frame(null, List.of(), false)) : frames;
  }

  /** The walker, and a task for each directory of procfs. */
  void tasks(String walk) {
    Path foot = new Path(building.mount("Foot"), building.dentry(facts.one("mnt_root", "Foot")));
    task(Task.A, foot, foot, CAPS, true);
    List<String> directories = building.taskDirectories();
    for (int i = 0; i < directories.size(); i++) {
      Path root = foot;
      Path cwd = foot;
      boolean readable = false;
      for (String magic : facts.atoms("Magic")) {
        if (facts.one("d_parent", magic).equals(directories.get(i))) {
          Path leads = building.place("leads", magic);
          boolean isRoot = texts.apply(facts.one("d_name", magic)).equals("root");
          root = isRoot ? leads : root;
          cwd = isRoot ? cwd : leads;
          readable |= facts.from("reads", walk).contains(magic);
        }
      }
      task(new Task(i + 1), root, cwd, CapSet.NONE, readable);
    }
  }

  private void task(Task task, Path root, Path cwd, CapSet caps, boolean readable) {
    var cells = building.cells();
    Fs fs = new Fs(task.index());
    cells.set(new FsCell(fs), new FsState(root, cwd, 0));
    cells.set(new FdTableCell(new FilesStruct(task.index())), FdTable.NONE);
    cells.set(
        new TaskCell(task),
        new TaskState(TaskState.Life.RUNNING, null, fs, new FilesStruct(task.index()), readable));
    cells.set(new CredCell(task), Cred.of(0, 0, caps));
    cells.set(new NsProxyCell(task), Building.NAMESPACES);
    cells.update(new TasksCell(), new TasksCell.Add(task));
  }
}
