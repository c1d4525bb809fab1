package watertight.checker.agree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import watertight.model.PlainCells;
import watertight.model.linux.Pending;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Rules;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FilesStruct;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.Sharing;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TasksCell;

/** Builds the tasks of an instance of task.als, with their walks as calls that wait. */
final class Crowd {
  private static final int FIRST_UID = 1000;
  private static final int FIRST_FD = 3;

  private final Facts facts;
  private final Building building;
  private final PlainCells cells;
  private final Walker walker;
  private final Map<String, Task> tasks = new HashMap<>();

  Crowd(Facts facts, Building building, Texts texts, Rules rules) {
    this.facts = facts;
    this.building = building;
    this.cells = building.cells();
    this.walker = new Walker(facts, building, texts, rules);
  }

  /** Builds them. */
  void build() {
    int fs = 0;
    for (Facts.Row row : facts.of("fs_root")) {
      building.naming().give(row.first(), new Fs(fs));
      Path root = building.place("fs_root", row.first());
      Path cwd = building.place("pwd", row.first());
      cells.set(new FsCell(new Fs(fs++)), new FsState(root, cwd, 0));
    }
    int uid = FIRST_UID;
    for (String atom : facts.atoms("Uid")) {
      building.naming().give(atom, uid++);
    }
    for (Facts.Row row : facts.of("fs")) {
      task(row.first(), (Fs) Objects.requireNonNull(building.naming().object(row.last())));
    }
    for (Facts.Row row : facts.of("fs")) {
      String walk = walk(row.first());
      if (!facts.from("at", walk).isEmpty()) {
        Pending pending = new Pending(walker.call(walk), walker.walk(walk));
        cells.set(new PendingCell(task(row.first())), pending);
      }
    }
  }

  private void task(String atom, Fs fs) {
    Task task = new Task(tasks.size());
    tasks.put(atom, task);
    int uid = (int) Objects.requireNonNull(building.naming().object(facts.one("uid", atom)));
    cells.set(new CredCell(task), Cred.of(uid, uid, caps(atom)));
    cells.set(new NsProxyCell(task), Building.NAMESPACES);
    cells.update(new TasksCell(), new TasksCell.Add(task));
    Map<Integer, OpenFile> files = new TreeMap<>();
    for (Path place : building.places("held", atom)) {
      OpenFile file = Files.describe(cells, new OpenPath(place, Access.PATH, 0));
      files.put(FIRST_FD + files.size(), file);
    }
    FilesStruct table = Sharing.files(cells, new FdTable(new TreeMap<>(files)));
    cells.set(new TaskCell(task), new TaskState(TaskState.Life.RUNNING, null, fs, table, true));
  }

  private CapSet caps(String atom) {
    List<String> has = facts.from("caps", atom);
    List<Capability> lacks = new ArrayList<>();
    if (!has.contains("SysChroot")) {
      lacks.add(Capability.CAP_SYS_CHROOT);
    }
    if (!has.contains("SysAdmin")) {
      lacks.add(Capability.CAP_SYS_ADMIN);
    }
    return CapSet.ALL.minus(CapSet.of(lacks.toArray(Capability[]::new)));
  }

  /** The task behind an atom. */
  Task task(String atom) {
    return Objects.requireNonNull(tasks.get(atom), atom);
  }

  /** The walk of a task. */
  String walk(String task) {
    return facts.one("walk", task);
  }

  /** The descriptor of a task that refers to a place. */
  int descriptor(String task, Path place) {
    return FIRST_FD + building.places("held", task).indexOf(place);
  }

  /** The names of tasks and walks in the model, for those of the instance. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    tasks.forEach(
        (atom, task) -> {
          names.put(atom, "Task$" + task);
          names.put(walk(atom), People.walkAtom(task));
        });
    return names;
  }

  /** The name of a task that is to be made. */
  Task next() {
    return new Task(tasks.size());
  }
}
