package watertight.checker.trace;

import java.util.List;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.PlainCells;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.DentryState;
import watertight.model.linux.path.InodeCell;
import watertight.model.linux.path.InodeState;
import watertight.model.linux.path.Tree;

/** What is different about the file tree: names made, moved and removed, and inodes changed. */
final class TreeChanges {
  private final State before;
  private final State after;
  private final List<Change> changes;

  TreeChanges(State before, State after, List<Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  void add(PlainCells now) {
    now.values()
        .keySet()
        .forEach(
            cell -> {
              if (cell instanceof DentryCell dentry) {
                name(dentry);
              }
            });
    now.values()
        .keySet()
        .forEach(
            cell -> {
              if (cell instanceof DentryCell dentry && before.cells().has(dentry)) {
                inode(dentry);
              }
            });
  }

  private void name(DentryCell cell) {
    DentryState was = before.cells().get(cell);
    DentryState is = after.cells().get(cell);
    if (was == null) {
      changes.add(new Change(after.names().of(cell.owner()), "", kind(after, is)));
    } else if (was.hashed() && !is.hashed()) {
      changes.add(new Change(before.names().of(cell.owner()), kind(before, was), ""));
    } else if (!was.name().equals(is.name()) || !was.parent().equals(is.parent())) {
      String from = before.names().of(cell.owner());
      changes.add(new Change(from, from, after.names().of(cell.owner())));
    }
  }

  private static String kind(State state, DentryState dentry) {
    InodeState inode = state.cells().get(new InodeCell(dentry.inode()));
    return "%s, %04o, %d:%d".formatted(sort(inode.body()), inode.mode(), inode.uid(), inode.gid());
  }

  private static String sort(Body body) {
    return switch (body) {
      case Body.Directory directory -> "directory";
      case Body.Regular file -> "file \"" + file.content() + '"';
      case Body.Symlink link -> "link to " + link.target();
      case Body.MagicLink link -> "magic link";
      case Body.NamespaceFile file -> "namespace";
      case Body.Fifo fifo -> "named pipe";
      case Body.SocketName socket -> "socket";
      case Body.Device device ->
          "%s device %d:%d"
              .formatted(device.block() ? "block" : "character", device.major(), device.minor());
    };
  }

  private void inode(DentryCell cell) {
    InodeCell inode = new InodeCell(Tree.inodeOf(after.cells(), cell.owner()));
    InodeState was = before.cells().get(inode);
    InodeState is = after.cells().get(inode);
    String name = after.names().of(cell.owner());
    if (was == null || was.equals(is) || is.isDead()) {
      return;
    }
    differs(name + " content", sort(was.body()), sort(is.body()));
    differs(name + " mode", "%04o".formatted(was.mode()), "%04o".formatted(is.mode()));
    differs(name + " owner", was.uid() + ":" + was.gid(), is.uid() + ":" + is.gid());
  }

  private void differs(String what, String from, String to) {
    if (!from.equals(to)) {
      changes.add(new Change(what, from, to));
    }
  }
}
