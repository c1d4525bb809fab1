package watertight.model.linux.world;

import java.util.List;
import java.util.TreeMap;
import watertight.model.Cells;
import watertight.model.PlainCells;
import watertight.model.linux.Settings;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.mount.Covers;
import watertight.model.linux.mount.CoversCell;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.mount.MountNamespaceCell;
import watertight.model.linux.mount.MountState;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.mount.RootMountCell;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.Uts;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.namespace.UtsState;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.InodeState;
import watertight.model.linux.path.NewFileSystem;
import watertight.model.linux.path.OutsideCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FilesStruct;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TasksCell;

/** Builds the start state of a run. */
public final class WorldBuilder {
  /** How many inodes the default world has: {@code /}, /proc, /dev, /sys and two outside. */
  public static final int DEFAULT_INODES = 7;

  /** How many mounts the default world has: {@code /}, /proc and one outside. */
  public static final int DEFAULT_MOUNTS = 3;

  private static final Mount ROOT = new Mount(0);
  private static final Mount OUTSIDE = new Mount(1);
  private static final MountNamespace NAMESPACE = new MountNamespace(0);
  private static final InodeState DIRECTORY = new InodeState(new Body.Directory(false), 0755, 0, 0);

  private static final PlainCells DEFAULTS = builtDefaults();

  private final Cells cells;
  private final WorldTree tree;
  private final WorldTask tasks;

  private WorldBuilder(Cells cells) {
    this.cells = cells;
    this.tree = new WorldTree(cells);
    this.tasks = new WorldTask(cells, tree);
  }

  /**
   * Writes the start state into {@code cells}, which are all absent.
   *
   * @throws BadWorld when a line cannot be
   */
  public static void build(World world, Cells cells) {
    WorldBuilder builder = new WorldBuilder(cells);
    builder.defaults();
    builder.lines(world);
  }

  /**
   * The start state as plain values.
   *
   * @throws BadWorld when a line cannot be
   */
  public static PlainCells start(World world) {
    PlainCells cells = DEFAULTS.copy();
    new WorldBuilder(cells).lines(world);
    return cells;
  }

  private static PlainCells builtDefaults() {
    PlainCells cells = PlainCells.empty();
    new WorldBuilder(cells).defaults();
    return cells;
  }

  private void lines(World world) {
    List<WorldLine> lines = world.lines();
    for (int i = 0; i < lines.size(); i++) {
      try {
        line(lines.get(i));
      } catch (WorldTree.Impossible e) {
        throw new BadWorld(i, e.getMessage());
      }
    }
  }

  /** The settings that a world asks for. */
  public static Settings settings(World world, Settings settings) {
    Settings changed = settings;
    for (WorldLine line : world.lines()) {
      if (line instanceof WorldLine.Rule rule) {
        changed = changed.with(rule.name(), rule.value());
      }
    }
    return changed;
  }

  private void defaults() {
    TreeDentry root = NewFileSystem.root(cells, DIRECTORY);
    TreeDentry hidden = NewFileSystem.root(cells, DIRECTORY);
    cells.set(new MountCell(OUTSIDE), new MountState(hidden, null, null, null, false, false));
    cells.set(new MountCell(ROOT), new MountState(root, OUTSIDE, hidden, NAMESPACE, false, false));
    cells.set(new CoversCell(OUTSIDE), Covers.NONE.with(hidden, ROOT));
    cells.set(new RootMountCell(), new RootMountCell.RootMount(ROOT));
    cells.set(new MountNamespaceCell(NAMESPACE), new RootMountCell.RootMount(OUTSIDE));
    OutsideCell.Outside outside = outside(hidden);
    cells.set(new OutsideCell(), outside);
    Path slash = new Path(ROOT, root);
    cells.set(new FsCell(new Fs(0)), new FsState(slash, slash, 022));
    cells.set(
        new TaskCell(Task.A),
        new TaskState(TaskState.Life.RUNNING, null, new Fs(0), new FilesStruct(0), true));
    cells.update(new TasksCell(), new TasksCell.Add(Task.A));
    cells.set(new CredCell(Task.A), Cred.of(0, 0, CapSet.ALL));
    cells.set(new FdTableCell(new FilesStruct(0)), standardDescriptors(outside));
    cells.set(new UtsCell(new Uts(0)), UtsState.DEFAULT);
    cells.set(new NsProxyCell(Task.A), new NsProxy(new Uts(0), NAMESPACE, PidNamespace.WORLD));
    tree.makeDirectories("/dev");
    tree.makeDirectories("/sys");
    mount("proc", "/proc", false);
  }

  /** The mount below the world's root is outside, and so is what its tasks are born with. */
  private OutsideCell.Outside outside(TreeDentry root) {
    TreeDentry exe = tree.make(root, "exe", new InodeState(new Body.Regular(""), 0755, 0, 0));
    Body device = new Body.Device(false, 1, 3);
    TreeDentry standard = tree.make(root, "null", new InodeState(device, 0666, 0, 0));
    return new OutsideCell.Outside(new Path(OUTSIDE, exe), new Path(OUTSIDE, standard));
  }

  private FdTable standardDescriptors(OutsideCell.Outside outside) {
    OpenFile file = Files.describe(cells, new OpenPath(outside.device(), Access.READ_WRITE, 0));
    return new FdTable(new TreeMap<>(java.util.Map.of(0, file, 1, file, 2, file)));
  }

  private void line(WorldLine line) {
    switch (line) {
      case WorldLine.Dir dir -> tree.makeDirectories(dir.path());
      case WorldLine.File file -> make(file.path(), new Body.Regular(file.content()), 0644);
      case WorldLine.Symlink link -> make(link.path(), new Body.Symlink(link.target()), 0777);
      case WorldLine.Link link -> tree.link(link.path(), link.existing());
      case WorldLine.Fifo fifo -> make(fifo.path(), new Body.Fifo(), 0644);
      case WorldLine.Socket socket -> make(socket.path(), new Body.SocketName(), 0755);
      case WorldLine.Device d ->
          make(d.path(), new Body.Device(d.block(), d.major(), d.minor()), 0644);
      case WorldLine.Mode mode ->
          tree.change(mode.path(), i -> new InodeState(i.body(), mode.mode(), i.uid(), i.gid()));
      case WorldLine.Owner owner ->
          tree.change(owner.path(), i -> i.ownedBy(owner.uid(), owner.gid()));
      case WorldLine.MountNew mount ->
          mount(mount.type(), mount.path(), mount.options().contains("nosymfollow"));
      case WorldLine.Bind bind -> bind(bind);
      case WorldLine.PidNs namespace -> tasks.add(namespace);
      case WorldLine.TaskLine task -> tasks.add(task);
      case WorldLine.Rule rule -> {}
    }
  }

  private void make(String path, Body body, int mode) {
    tree.make(path, new InodeState(body, mode, 0, 0));
  }

  private void mount(String type, String path, boolean nosymfollow) {
    Dentry root =
        type.equals("proc")
            ? ProcDentry.ProcRoot.WORLD
            : NewFileSystem.root(cells, new InodeState(new Body.Directory(false), 01777, 0, 0));
    attach(root, tree.makeDirectories(path), nosymfollow);
  }

  private void bind(WorldLine.Bind bind) {
    Path from = tree.find(bind.from());
    boolean directory = tree.inode(from).isDirectory();
    Path to = directory ? tree.makeDirectories(bind.to()) : tree.findOrMakeFile(bind.to());
    requireNoLink(from, bind.from());
    requireNoLink(to, bind.to());
    if (directory != tree.inode(to).isDirectory()) {
      throw new WorldTree.Impossible("a directory goes on a directory, a file on a file");
    }
    attach(from.dentry(), to, Mounts.nosymfollow(cells, from.mount()));
  }

  private void requireNoLink(Path path, String name) {
    if (tree.inode(path).body().isLink()) {
      throw new WorldTree.Impossible(name + " is a link, which is not mounted nor mounted on");
    }
  }

  private void attach(Dentry root, Path at, boolean nosymfollow) {
    int id = 0;
    while (cells.has(new MountCell(new Mount(id)))) {
      id++;
    }
    Mount mount = new Mount(id);
    cells.set(
        new MountCell(mount),
        new MountState(root, at.mount(), at.dentry(), NAMESPACE, nosymfollow, false));
    Covers covers = cells.get(new CoversCell(at.mount()));
    cells.set(new CoversCell(at.mount()), covers.with(at.dentry(), mount));
  }
}
