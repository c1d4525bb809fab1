package watertight.checker.kernel.seen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.checker.kernel.seen.Snapshot.FileSeen;
import watertight.checker.kernel.seen.Snapshot.MountSeen;
import watertight.checker.kernel.seen.Snapshot.NamespacesSeen;
import watertight.checker.kernel.seen.Snapshot.Node;
import watertight.checker.kernel.seen.Snapshot.Place;
import watertight.checker.kernel.seen.Snapshot.TaskSeen;
import watertight.model.Cells;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.mount.CopiedNamespacesCell;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.mount.MountNamespaces;
import watertight.model.linux.mount.MountState;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.namespace.UtsState;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.InodeState;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathText;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.SocketDentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TasksCell;

/** What can be observed of a state of the model. Objects are told apart by {@code st_ino}. */
public final class ModelSnapshot {
  private static final String SOCKETS = "the mount of sockets";
  private static final String PROCESSES = "the mount of processes";
  private static final String NAMESPACES = "the mount of namespaces";
  private static final String UNSEEN = "what cannot be looked at";

  private final Cells cells;

  private ModelSnapshot(Cells cells) {
    this.cells = cells;
  }

  /** What is seen of a state. */
  public static Snapshot of(Cells cells) {
    ModelSnapshot seen = new ModelSnapshot(cells);
    List<Mount> mounts = seen.listed();
    return new Snapshot(
        mounts.stream().map(mount -> seen.mount(mount, mounts)).toList(),
        seen.trees(mounts),
        seen.numbers(mounts),
        seen.tasks(),
        Processes.of(cells));
  }

  /**
   * What the mountinfo of each namespace says: of the world's own from its root, of another that a
   * task is in from where somebody stands who enters it.
   */
  private List<Mount> listed() {
    List<Mount> listed = new ArrayList<>(below(Mounts.all(cells), Mounts.namespaceRoot(cells)));
    List<MountNamespace> others = cells.get(new CopiedNamespacesCell()).list();
    cells.get(new TasksCell()).list().stream()
        .map(task -> MountNamespaces.of(cells, task))
        .filter(namespace -> namespace != null && others.contains(namespace))
        .distinct()
        .forEach(other -> listed.addAll(below(Mounts.all(cells, other), landing(other))));
    return listed;
  }

  private Path landing(MountNamespace namespace) {
    Path top = MountNamespaces.bottom(cells, namespace);
    for (Mount on = Mounts.on(cells, top); on != null; on = Mounts.on(cells, top)) {
      top = new Path(on, Mounts.root(cells, on));
    }
    return top;
  }

  /**
   * The mounts that stand in mountinfo: one that was moved, with what it is mounted on, out of the
   * mount below it has no name that leads there (fs/proc_namespace.c: show_mountinfo).
   */
  private List<Mount> below(List<Mount> mounts, Path root) {
    return mounts.stream()
        .filter(
            mount -> {
              Path top = new Path(mount, Mounts.root(cells, mount));
              return PathText.of(cells, top, root).reach() == PathText.Reach.BELOW_ROOT;
            })
        .toList();
  }

  private MountSeen mount(Mount mount, List<Mount> listed) {
    MountState state = cells.get(new MountCell(mount));
    boolean hasParent = state.parent() != null && listed.contains(state.parent());
    return new MountSeen(
        mount,
        type(state.root()),
        ofMount(state.root()),
        hasParent ? Optional.of(state.parent()) : Optional.empty(),
        hasParent ? Optional.of(ofMount(state.mountpoint())) : Optional.empty(),
        state.nosymfollow());
  }

  private static String type(Dentry root) {
    return switch (root) {
      case TreeDentry stored -> "tmpfs";
      case ProcDentry made -> "proc";
      case NsDentry namespace -> "nsfs";
      case SocketDentry socket -> "sockfs";
    };
  }

  private Object ofMount(Dentry dentry) {
    boolean known = dentry instanceof TreeDentry || dentry instanceof ProcDentry.ProcRoot;
    if (!known) {
      return Snapshot.IN_PROC;
    }
    return Tree.isHashed(cells, dentry) ? identity(dentry) : Snapshot.REMOVED;
  }

  private Object identity(Dentry dentry) {
    return Tree.identity(cells, dentry);
  }

  private List<Node> trees(List<Mount> mounts) {
    Set<TreeDentry> roots = new LinkedHashSet<>();
    for (Mount mount : mounts) {
      if (Mounts.root(cells, mount) instanceof TreeDentry stored) {
        roots.add(top(stored));
      }
    }
    return roots.stream().map(this::node).toList();
  }

  private Map<Object, List<Integer>> numbers(List<Mount> mounts) {
    Map<Object, List<Integer>> numbers = new HashMap<>();
    for (Mount mount : mounts) {
      if (Mounts.root(cells, mount) instanceof ProcDentry.ProcRoot root) {
        numbers.put(identity(root), Processes.listed(cells, root.shown()));
      }
    }
    return numbers;
  }

  private TreeDentry top(TreeDentry dentry) {
    TreeDentry at = dentry;
    Dentry parent = Tree.parent(cells, at);
    while (parent instanceof TreeDentry above && !above.equals(at)) {
      at = above;
      parent = Tree.parent(cells, at);
    }
    return at;
  }

  private Node node(TreeDentry dentry) {
    InodeState inode = Tree.inode(cells, dentry);
    SortedMap<String, Node> entries = new TreeMap<>();
    cells
        .get(new ChildrenCell(dentry))
        .byName()
        .forEach((name, child) -> entries.put(name, node(child)));
    return new Node(
        identity(dentry),
        FileType.bits(inode.body()) | inode.mode(),
        inode.uid(),
        inode.gid(),
        content(inode.body()),
        entries);
  }

  private static String content(Body body) {
    return switch (body) {
      case Body.Regular file -> file.content();
      case Body.Symlink link -> link.target();
      case Body.Device device -> device.major() + ":" + device.minor();
      case Body.Directory directory -> "";
      case Body.MagicLink link -> "";
      case Body.Fifo fifo -> "";
      case Body.SocketName name -> "";
      case Body.NamespaceFile file -> "";
    };
  }

  private SortedMap<String, TaskSeen> tasks() {
    SortedMap<String, TaskSeen> tasks = new TreeMap<>();
    for (Task task : cells.get(new TasksCell()).list()) {
      TaskState state = cells.get(new TaskCell(task));
      if (cells.view(new TaskCell(task), new TaskCell.Alive())) {
        tasks.put(task.letter(), task(task, state));
      }
    }
    return tasks;
  }

  private TaskSeen task(Task task, TaskState state) {
    FsState fs = cells.get(new FsCell(state.fs()));
    Cred cred = cells.get(new CredCell(task));
    Map<Integer, FileSeen> files = new HashMap<>();
    Files.table(cells, task).files().forEach((fd, file) -> files.put(fd, file(file)));
    List<Long> caps = new ArrayList<>();
    caps.add(cred.effective().bits());
    caps.add(cred.permitted().bits());
    caps.add(cred.inheritable().bits());
    caps.add(cred.bounding().bits());
    return new TaskSeen(
        place(fs.root()),
        place(fs.cwd()),
        Optional.of(state.fs()),
        Optional.of(state.files()),
        fs.umask(),
        List.of(cred.ruid(), cred.euid(), cred.suid(), cred.fsuid()),
        cred.gid(),
        caps,
        namespaces(cells.get(new NsProxyCell(task))),
        files);
  }

  private NamespacesSeen namespaces(NsProxy proxy) {
    SortedMap<String, Object> which = new TreeMap<>();
    for (NamespaceType type : NamespaceType.values()) {
      if (type != NamespaceType.PID) {
        which.put(type.text(), identity(new NsDentry(proxy.of(type))));
      }
    }
    UtsState names = cells.get(new UtsCell(proxy.uts()));
    return new NamespacesSeen(which, names.nodename(), names.domainname());
  }

  private Place place(Path path) {
    if (isUnseen(path.dentry())) {
      return new Place(UNSEEN, UNSEEN);
    }
    boolean inProc =
        path.dentry() instanceof ProcDentry made && !(made instanceof ProcDentry.ProcRoot);
    Object object = identity(path.dentry());
    return new Place(mountOf(path), inProc ? new InProc(path.mount(), object) : object);
  }

  /** What lies in a procfs, of which each mount numbers its own. */
  private record InProc(Mount mount, Object object) {}

  private Object mountOf(Path path) {
    if (!PathText.isNameless(cells, path)) {
      return path.mount();
    }
    return switch (path.dentry()) {
      case SocketDentry socket -> SOCKETS;
      case NsDentry namespace -> NAMESPACES;
      case TreeDentry stored -> path.mount();
      case ProcDentry made -> path.mount();
    };
  }

  /**
   * stat of a directory of descriptors counts them, and fails once its task was reaped
   * (proc_fd_getattr).
   */
  private boolean isUnseen(Dentry dentry) {
    return dentry instanceof ProcDentry.ProcFdDir(PidNamespace shown, Task task)
        && !cells.view(new TaskCell(task), new TaskCell.Known());
  }

  private FileSeen file(OpenFile file) {
    return switch (cells.get(new OpenFileCell(file))) {
      case OpenFileState.OpenPath open ->
          new FileSeen(place(open.path()), flags(open.access()), open.offset(), Optional.of(file));
      case OpenFileState.OpenPidfd open ->
          new FileSeen(
              new Place(PROCESSES, List.of(PROCESSES, open.task())),
              OpenFlags.O_RDWR,
              0,
              Optional.of(file));
      case OpenFileState.OpenSocket open ->
          new FileSeen(
              new Place(SOCKETS, identity(new SocketDentry(open.socket()))),
              OpenFlags.O_RDWR,
              0,
              Optional.of(file));
    };
  }

  private static long flags(OpenFileState.Access access) {
    return switch (access) {
      case PATH -> OpenFlags.O_PATH;
      case READ -> OpenFlags.O_RDONLY;
      case WRITE -> OpenFlags.O_WRONLY;
      case READ_WRITE -> OpenFlags.O_RDWR;
      case NONE -> OpenFlags.O_ACCMODE;
    };
  }
}
