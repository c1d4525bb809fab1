package watertight.checker.agree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import watertight.model.PlainCells;
import watertight.model.linux.mount.CoversCell;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.mount.MountNamespaceCell;
import watertight.model.linux.mount.MountState;
import watertight.model.linux.mount.RootMountCell;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.Uts;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.namespace.UtsState;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.DentryState;
import watertight.model.linux.path.Inode;
import watertight.model.linux.path.InodeCell;
import watertight.model.linux.path.InodeState;
import watertight.model.linux.path.OutsideCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.Task;

/** Builds the file tree and the mounts of an instance as a state of the model. */
final class Building {
  /**
   * What an instance must be to be a state of the model: every file system is mounted; and magic
   * links are those of procfs, a file system of a top, directories that stand for tasks, and in
   * each of them the same magic links, all of which the walker may follow or none.
   */
  static final String POSSIBLE =
      """
      Top in mnt_root[Mount].*d_parent and
      Magic in born and lone (Magic.^d_parent & Top) and
      (let ts = d_parent.(Magic.^d_parent & Top) | ts in Dir and d_parent.ts in Magic and
        Magic.d_parent in ts and no (Magic.d_name & ts.d_name) and #Magic.d_name < 3 and
        (all t: ts, n: Magic.d_name | some entry[t, n]) and
        (all w: Walk, t: ts | d_parent.t in w.reads or no (d_parent.t & w.reads)))
      """;

  private static final int EVERYTHING = 0777;
  private static final Path OUTSIDE = new Path(new Mount(1000), new TreeDentry(1000));

  private static final MountNamespace NAMESPACE = new MountNamespace(0);

  /** The namespaces of every task that is built. */
  static final NsProxy NAMESPACES = new NsProxy(new Uts(0), NAMESPACE, PidNamespace.WORLD);

  private final Facts facts;
  private final PlainCells cells = PlainCells.empty();
  private final Naming naming = new Naming();
  private final List<String> taskDirectories = new ArrayList<>();
  private final Set<Dentry> procfs = new LinkedHashSet<>();

  Building(Facts facts) {
    this.facts = facts;
    procfs();
  }

  /** The directories of procfs that stand for tasks. */
  List<String> taskDirectories() {
    return taskDirectories;
  }

  private void procfs() {
    Set<String> tops = new LinkedHashSet<>();
    facts.atoms("Magic").forEach(magic -> tops.add(top(magic)));
    for (String top : tops) {
      give(top, ProcDentry.ProcRoot.WORLD);
      for (Facts.Row row : facts.of("d_parent")) {
        if (row.last().equals(top)) {
          give(
              row.first(),
              new ProcDentry.ProcTask(PidNamespace.WORLD, new Task(1 + taskDirectories.size())));
          taskDirectories.add(row.first());
        }
      }
    }
  }

  private void give(String atom, ProcDentry dentry) {
    naming.give(atom, dentry);
    procfs.add(dentry);
  }

  private String top(String dentry) {
    String parent = facts.one("d_parent", dentry);
    return parent.isEmpty() ? dentry : top(parent);
  }

  /** Builds it. */
  void build(Texts texts) {
    Set<String> born = new LinkedHashSet<>(facts.atoms("Top"));
    facts.of("d_parent").forEach(row -> born.add(row.first()));
    for (String magic : facts.atoms("Magic")) {
      Task task = new Task(1 + taskDirectories.indexOf(facts.one("d_parent", magic)));
      boolean isRoot = texts.apply(facts.one("d_name", magic)).equals("root");
      give(
          magic,
          new ProcDentry.ProcLink(
              PidNamespace.WORLD, task, isRoot ? ProcDentry.Which.ROOT : ProcDentry.Which.CWD));
    }
    int number = 0;
    for (String atom : born) {
      if (naming.object(atom) == null) {
        naming.give(atom, new TreeDentry(number++));
      }
    }
    born.forEach(atom -> stored(atom, texts));
    mounts();
    cells.set(new OutsideCell(), new OutsideCell.Outside(OUTSIDE, OUTSIDE));
  }

  private void stored(String atom, Texts texts) {
    if (!(dentry(atom) instanceof TreeDentry dentry)) {
      return;
    }
    Inode inode = new Inode(dentry.id());
    cells.set(new InodeCell(inode), new InodeState(body(atom, texts), EVERYTHING, 0, 0));
    String parent = facts.one("d_parent", atom);
    if (parent.isEmpty()) {
      cells.set(new DentryCell(dentry), new DentryState(dentry, "", inode, true));
      return;
    }
    TreeDentry directory = (TreeDentry) dentry(parent);
    String name = texts.apply(facts.one("d_name", atom));
    cells.set(new DentryCell(dentry), new DentryState(directory, name, inode, true));
    cells.update(new ChildrenCell(directory), new ChildrenCell.Put(name, dentry));
  }

  private Body body(String atom, Texts texts) {
    if (facts.atoms("Dir").contains(atom)) {
      return new Body.Directory(false);
    }
    return facts.atoms("Link").contains(atom)
        ? new Body.Symlink(texts.text(facts.one("text", atom)))
        : new Body.Regular("");
  }

  private void mounts() {
    naming.give("Foot", new Mount(0));
    cells.set(new RootMountCell(), new RootMountCell.RootMount(new Mount(0)));
    cells.set(new MountNamespaceCell(NAMESPACE), new RootMountCell.RootMount(new Mount(0)));
    cells.set(new UtsCell(new Uts(0)), UtsState.DEFAULT);
    int number = 1;
    for (Facts.Row row : facts.of("mnt_root")) {
      if (!row.first().equals("Foot")) {
        naming.give(row.first(), new Mount(number++));
      }
    }
    for (Facts.Row row : facts.of("mnt_root")) {
      mount(row.first(), dentry(row.last()));
    }
  }

  private void mount(String atom, Dentry root) {
    String parent = facts.one("mnt_parent", atom);
    Mount below = parent.isEmpty() ? null : mount(parent);
    Dentry on = parent.isEmpty() ? null : dentry(facts.one("mnt_mountpoint", atom));
    cells.set(new MountCell(mount(atom)), new MountState(root, below, on, NAMESPACE, false, false));
    if (below != null) {
      cells.update(new CoversCell(below), new CoversCell.Put(on, mount(atom)));
    }
  }

  /** The mount behind an atom. */
  Mount mount(String atom) {
    return (Mount) Objects.requireNonNull(naming.object(atom), atom);
  }

  /** The dentry behind an atom. */
  Dentry dentry(String atom) {
    return (Dentry) Objects.requireNonNull(naming.object(atom), atom);
  }

  /** The only place in a relation of an owner. */
  Path place(String relation, String owner) {
    return places(relation, owner).get(0);
  }

  /** The places in a relation of an owner. */
  List<Path> places(String relation, String owner) {
    return facts.of(relation).stream()
        .filter(row -> row.first().equals(owner))
        .map(row -> new Path(mount(row.atoms().get(1)), dentry(row.last())))
        .toList();
  }

  /** The instance. */
  Facts facts() {
    return facts;
  }

  PlainCells cells() {
    return cells;
  }

  Naming naming() {
    return naming;
  }

  /** What of procfs is in the instance. */
  Set<Dentry> drawnOfProcfs() {
    return procfs;
  }
}
