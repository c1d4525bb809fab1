package watertight.model.linux.mount;

import java.util.HashMap;
import java.util.Map;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;
import watertight.model.linux.PendingCalls;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;

/**
 * Mount namespaces: each has a tree of mounts of its own; fs/namespace.c, man 7 mount_namespaces.
 */
public final class MountNamespaces {
  private MountNamespaces() {}

  /** The mount namespace that a task is in, or null once it has ended. */
  public static MountNamespace of(Cells cells, Task task) {
    NsProxyCell.Of mnt = new NsProxyCell.Of(NamespaceType.MNT);
    return (MountNamespace) cells.view(new NsProxyCell(task), mnt);
  }

  /**
   * A copy of a namespace's tree for a task whose fs_struct is {@code fs}: its root and working
   * directory go over to the copies (copy_mnt_ns). Null when the bound leaves no mount.
   */
  public static MountNamespace copy(Caller c, MountNamespace old, Fs fs) {
    Cells cells = c.cells();
    int id = Fresh.id(cells, n -> new MountNamespaceCell(new MountNamespace(n)));
    MountNamespace copy = new MountNamespace(id);
    Map<Mount, Mount> copies = new HashMap<>();
    Mount base = cells.get(new MountNamespaceCell(old)).mount();
    copyMount(cells, base, null, copy, copies);
    if (copies.values().stream().anyMatch(mount -> mount.id() >= c.rules().bounds().mounts())) {
      return null;
    }
    cells.set(new MountNamespaceCell(copy), new RootMountCell.RootMount(copies.get(base)));
    cells.set(new CopiedNamespacesCell(), cells.get(new CopiedNamespacesCell()).with(copy));
    FsState state = cells.get(new FsCell(fs));
    Path root = moved(state.root(), copies);
    cells.set(new FsCell(fs), new FsState(root, moved(state.cwd(), copies), state.umask()));
    PendingCalls.disturb(cells);
    return copy;
  }

  private static Path moved(Path path, Map<Mount, Mount> copies) {
    return new Path(copies.getOrDefault(path.mount(), path.mount()), path.dentry());
  }

  /** Copies a mount and all on it; those that show a mount namespace are left out (copy_tree). */
  private static void copyMount(
      Cells cells, Mount mount, Path at, MountNamespace to, Map<Mount, Mount> copies) {
    MountState state = cells.get(new MountCell(mount));
    Mount copy = new Mount(Fresh.id(cells, n -> new MountCell(new Mount(n))));
    copies.put(mount, copy);
    cells.set(new MountCell(copy), state.copiedTo(at, state.attached() ? to : null));
    if (at != null) {
      cells.update(new CoversCell(at.mount()), new CoversCell.Put(at.dentry(), copy));
    }
    Covers covers = cells.get(new CoversCell(mount));
    for (Mount child : covers.mounts()) {
      MountState below = cells.get(new MountCell(child));
      if (!isMountNamespace(below.root())) {
        copyMount(cells, child, new Path(copy, below.mountpoint()), to, copies);
      }
    }
  }

  private static boolean isMountNamespace(Dentry dentry) {
    return dentry instanceof NsDentry(MountNamespace shown);
  }

  /** Where a task stands that enters a namespace: at the top of its root (mntns_install). */
  public static Path landing(Caller c, MountNamespace namespace) {
    return Mounts.top(c, bottom(c.cells(), namespace));
  }

  /** The root of the mount at the bottom of a namespace. */
  public static Path bottom(Cells cells, MountNamespace namespace) {
    Mount base = cells.get(new MountNamespaceCell(namespace)).mount();
    return new Path(base, Mounts.root(cells, base));
  }

  /** Ends the namespaces that nobody holds any more: their mounts fall apart (put_mnt_ns). */
  public static void collect(Cells cells) {
    if (cells.view(new CopiedNamespacesCell(), new CopiedNamespacesCell.None())) {
      return;
    }
    for (MountNamespace namespace : cells.get(new CopiedNamespacesCell()).list()) {
      if (!isHeld(cells, namespace)) {
        end(cells, namespace);
      }
    }
  }

  private static boolean isHeld(Cells cells, MountNamespace namespace) {
    NsDentry shown = new NsDentry(namespace);
    for (Task task : cells.get(new TasksCell()).list()) {
      if (namespace.equals(of(cells, task))
          || Files.paths(cells, task).anyMatch(path -> path.dentry().equals(shown))) {
        return true;
      }
    }
    return false;
  }

  private static void end(Cells cells, MountNamespace namespace) {
    Mount base = cells.get(new MountNamespaceCell(namespace)).mount();
    for (Mount mount : cells.get(new CoversCell(base)).mounts()) {
      Unmount.detach(cells, mount);
    }
    cells.set(new MountNamespaceCell(namespace), null);
    CopiedNamespacesCell all = new CopiedNamespacesCell();
    cells.set(all, cells.get(all).without(namespace));
    PendingCalls.disturb(cells);
  }
}
