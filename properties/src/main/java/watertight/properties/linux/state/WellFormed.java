package watertight.properties.linux.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Cell;
import watertight.model.PlainCells;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.mount.Covers;
import watertight.model.linux.mount.CoversCell;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.mount.MountNamespaceCell;
import watertight.model.linux.mount.MountState;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.path.Children;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.DentryState;
import watertight.model.linux.path.InodeCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.OpenFileState.OpenPidfd;
import watertight.model.linux.task.OpenFileState.OpenSocket;
import watertight.model.linux.task.SocketCell;
import watertight.model.linux.task.SocketState;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;

/**
 * Whether a state is one that a kernel can be in: the tree is a tree, whatever is referred to is
 * there, mounts and what they cover agree.
 */
public final class WellFormed {
  private final PlainCells cells;
  private final List<String> problems = new ArrayList<>();

  private WellFormed(PlainCells cells) {
    this.cells = cells;
  }

  /** What is wrong with a state; empty when nothing is. */
  public static List<String> problems(PlainCells cells) {
    WellFormed check = new WellFormed(cells);
    cells.values().forEach(check::cell);
    return check.problems;
  }

  private void require(boolean holds, Object place, String what) {
    if (!holds) {
      problems.add(place + ": " + what);
    }
  }

  private void cell(Cell<?> cell, Object value) {
    switch (cell) {
      case DentryCell c -> dentry(c.owner(), (DentryState) value);
      case ChildrenCell c -> children(c.owner(), (Children) value);
      case MountCell c -> mount(c.owner(), (MountState) value);
      case CoversCell c -> covers(c.owner(), (Covers) value);
      case FsCell c -> fs(c, (FsState) value);
      case FdTableCell c -> descriptors(c, (FdTable) value);
      case OpenFileCell c -> openFile(c, (OpenFileState) value);
      case SocketCell c -> socket(c, (SocketState) value);
      case TaskCell c -> task(c, (TaskState) value);
      case NsProxyCell c -> namespaces(c, (NsProxy) value);
      case CredCell c -> credentials(c, (Cred) value);
      default -> {}
    }
  }

  private void dentry(TreeDentry dentry, DentryState state) {
    require(cells.has(new InodeCell(state.inode())), dentry, "names no inode");
    boolean root = state.parent().equals(dentry);
    if (state.hashed() && !root) {
      Dentry there = Tree.child(cells, state.parent(), state.name());
      require(dentry.equals(there), dentry, "is not in its directory");
    }
    Set<Dentry> above = new HashSet<>();
    Dentry at = dentry;
    while (above.add(at) && cells.has(new DentryCell((TreeDentry) at))) {
      Dentry parent = Tree.parent(cells, at);
      if (parent.equals(at)) {
        return;
      }
      at = parent;
    }
    problems.add(dentry + ": has no root above it");
  }

  private void children(TreeDentry directory, Children children) {
    boolean isDirectory = Tree.inode(cells, directory).isDirectory();
    require(isDirectory || children.byName().isEmpty(), directory, "has entries");
    children
        .byName()
        .forEach(
            (name, child) -> {
              DentryState state = cells.get(new DentryCell(child));
              boolean known = state != null && state.parent().equals(directory);
              require(known && state.name().equals(name), directory, "does not agree on " + name);
              require(state == null || state.hashed(), directory, "holds the removed " + name);
            });
  }

  private void mount(Mount mount, MountState state) {
    require(isThere(state.root()), mount, "has no root");
    require((state.parent() == null) == (state.mountpoint() == null), mount, "is half mounted");
    if (state.parent() != null) {
      Covers covers = cells.get(new CoversCell(state.parent()));
      require(
          mount.equals(covers.byDentry().get(state.mountpoint())), mount, "covers nothing there");
    }
    Set<Mount> above = new HashSet<>();
    for (Mount at = mount; at != null; at = cells.get(new MountCell(at)).parent()) {
      if (!above.add(at)) {
        problems.add(mount + ": is mounted below itself");
        return;
      }
    }
  }

  private void covers(Mount mount, Covers covers) {
    for (Map.Entry<Dentry, Mount> entry : covers.byDentry().entrySet()) {
      MountState state = cells.get(new MountCell(entry.getValue()));
      boolean agrees =
          state != null
              && mount.equals(state.parent())
              && entry.getKey().equals(state.mountpoint());
      require(agrees, mount, "is covered by what is mounted elsewhere");
    }
  }

  private boolean isThere(Dentry dentry) {
    return !(dentry instanceof TreeDentry stored) || cells.has(new DentryCell(stored));
  }

  private boolean isThere(Path path) {
    return cells.has(new MountCell(path.mount())) && isThere(path.dentry());
  }

  private void fs(FsCell cell, FsState fs) {
    for (Path path : List.of(fs.root(), fs.cwd())) {
      boolean directory = isThere(path) && Tree.inode(cells, path.dentry()).isDirectory();
      require(directory, cell, "is in no directory");
    }
  }

  private void descriptors(FdTableCell cell, FdTable table) {
    for (OpenFile file : table.files().values()) {
      require(cells.has(new OpenFileCell(file)), cell, "has " + file + ", which is not there");
    }
  }

  private void openFile(OpenFileCell cell, OpenFileState file) {
    switch (file) {
      case OpenPath open -> require(isThere(open.path()), cell, "refers to nothing");
      case OpenPidfd open -> {}
      case OpenSocket open ->
          require(cells.has(new SocketCell(open.socket())), cell, "refers to no socket");
    }
  }

  private void socket(SocketCell cell, SocketState socket) {
    SocketState peer = cells.get(new SocketCell(socket.peer()));
    require(peer != null && peer.peer().equals(cell.owner()), cell, "is not its peer's peer");
    socket.queue().stream()
        .flatMap(message -> message.files().stream())
        .forEach(file -> require(cells.has(new OpenFileCell(file)), cell, "holds no " + file));
  }

  private void task(TaskCell cell, TaskState task) {
    boolean lives =
        switch (task.life()) {
          case RUNNING, INTERRUPTED, STOPPED -> true;
          case EXITING, ZOMBIE, REAPED -> false;
        };
    require(lives == (task.fs() != null), cell, "has an fs_struct when it does not live, or none");
    require(
        lives == (task.files() != null), cell, "has descriptors when it does not live, or none");
    require(lives == cells.has(new NsProxyCell(cell.task())), cell, "has namespaces, or none");
    require(task.fs() == null || cells.has(new FsCell(task.fs())), cell, "has no fs_struct");
    require(cells.has(new CredCell(cell.task())), cell, "has no credentials");
    boolean parent = task.parent() == null || cells.has(new TaskCell(task.parent()));
    require(parent, cell, "has a parent that never was");
  }

  private void namespaces(NsProxyCell cell, NsProxy proxy) {
    require(cells.has(new UtsCell(proxy.uts())), cell, "is in a UTS namespace that is not there");
    boolean mounts = cells.has(new MountNamespaceCell(proxy.mnt()));
    require(mounts, cell, "is in a mount namespace that is not there");
  }

  private void credentials(CredCell cell, Cred cred) {
    require(cred.effective().isSubsetOf(cred.permitted()), cell, "uses what is not permitted");
  }
}
