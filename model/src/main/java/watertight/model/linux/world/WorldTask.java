package watertight.model.linux.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import watertight.model.Cells;
import watertight.model.linux.Fresh;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.path.MagicLinks;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry.ProcNs;
import watertight.model.linux.process.Born;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FilesStruct;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.Sharing;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TasksCell;

/** Adds the tasks of a world. */
final class WorldTask {
  private final Cells cells;
  private final WorldTree tree;
  private final Map<String, PidNamespace> namespaces = new HashMap<>();

  WorldTask(Cells cells, WorldTree tree) {
    this.cells = cells;
    this.tree = tree;
  }

  void add(WorldLine.PidNs line) {
    PidNamespace made = PidNamespaces.createInWorld(cells);
    if (namespaces.putIfAbsent(line.name(), made) != null) {
      throw new WorldTree.Impossible("there is a PID namespace " + line.name() + " already");
    }
  }

  void add(WorldLine.TaskLine line) {
    Task task = line.task();
    if (!cells.has(new TaskCell(task))) {
      create(line);
    } else if (line.pidns().isPresent()) {
      throw new WorldTree.Impossible(task + " is there, and a task is born in its PID namespace");
    }
    Fs fs = cells.get(new TaskCell(task)).fs();
    FsState old = cells.get(new FsCell(fs));
    Path root = line.root().map(this::directory).orElse(old.root());
    Path cwd = line.cwd().map(this::directory).orElse(old.cwd());
    cells.set(new FsCell(fs), new FsState(root, cwd, old.umask()));
    cells.set(new CredCell(task), cred(line, cells.get(new CredCell(task))));
    line.fds().forEach((fd, path) -> open(task, fd, path));
  }

  /** A new task is as its parent; without one, pid 1 makes it, as A in the default world. */
  private void create(WorldLine.TaskLine line) {
    Task parent = line.parent().orElse(Task.A);
    if (!cells.has(new TaskCell(parent))) {
      throw new WorldTree.Impossible("there is no task " + parent + " yet");
    }
    Fs fs = new Fs(Fresh.id(cells, id -> new FsCell(new Fs(id))));
    Fs parentFs = cells.get(new TaskCell(parent)).fs();
    cells.set(
        new FsCell(fs), line.parent().isPresent() ? cells.get(new FsCell(parentFs)) : slash());
    Cred cred = cells.get(new CredCell(parent));
    cells.set(
        new CredCell(line.task()), line.parent().isPresent() ? cred : Cred.of(0, 0, CapSet.ALL));
    FdTable table = Files.table(cells, parent);
    FilesStruct files = Sharing.files(cells, line.parent().isPresent() ? table : standardOf(table));
    PidNamespace born = line.pidns().map(this::namespace).orElse(PidNamespace.WORLD);
    cells.set(new NsProxyCell(line.task()), cells.get(new NsProxyCell(parent)).with(born));
    Task made = line.parent().orElse(null);
    if (!line.ownSession()) {
      line.parent().ifPresent(of -> Born.inWorld(cells, line.task(), of));
    }
    cells.set(
        new TaskCell(line.task()), new TaskState(TaskState.Life.RUNNING, made, fs, files, true));
    cells.update(new TasksCell(), new TasksCell.Add(line.task()));
    if (!PidNamespaces.isWorld(born)) {
      PidNamespaces.enter(cells, line.task(), born);
    }
  }

  private PidNamespace namespace(String name) {
    PidNamespace known = namespaces.get(name);
    if (known == null) {
      throw new WorldTree.Impossible("there is no PID namespace " + name + " yet");
    }
    return known;
  }

  private FsState slash() {
    Path root = directory("/");
    return new FsState(root, root, 022);
  }

  private static FdTable standardOf(FdTable table) {
    return new FdTable(table.files().headMap(3));
  }

  private Path directory(String path) {
    Path found = tree.find(path);
    if (!tree.inode(found).isDirectory()) {
      throw new WorldTree.Impossible(path + " is no directory");
    }
    return found;
  }

  /** Another user has no capabilities, unless the line gives some, as after setresuid. */
  private static Cred cred(WorldLine.TaskLine line, Cred old) {
    int uid = line.uid().orElse(old.ruid());
    int gid = line.gid().orElse(old.gid());
    CapSet kept = uid == old.ruid() || uid == 0 ? old.permitted() : CapSet.NONE;
    Optional<CapSet> caps = line.caps().map(given -> given.and(old.bounding()));
    return Cred.of(uid, gid, caps.orElse(kept));
  }

  /** No link is followed, but that of a namespace, which stands for its file. */
  private Path file(String path) {
    Path found = tree.find(path);
    return found.dentry() instanceof ProcNs link
            && MagicLinks.target(cells, link) instanceof MagicLinks.At(Path file)
        ? file
        : found;
  }

  private void open(Task task, int fd, String path) {
    FdTable table = Files.table(cells, task);
    if (table.files().containsKey(fd)) {
      throw new WorldTree.Impossible("descriptor " + fd + " of " + task + " is already open");
    }
    OpenPath open = new OpenPath(file(path), Access.READ, 0);
    FilesStruct files = cells.get(new TaskCell(task)).files();
    cells.set(new FdTableCell(files), table.with(fd, Files.describe(cells, open)));
  }
}
