package watertight.checker.trace;

import java.util.List;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.PlainCells;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.mount.MountState;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.SocketCell;
import watertight.model.linux.task.SocketState;

/** What is different about mounts, and about messages on their way. */
final class MountChanges {
  private final State before;
  private final State after;
  private final List<Change> changes;

  MountChanges(State before, State after, List<Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  void add(PlainCells now) {
    now.values()
        .keySet()
        .forEach(
            cell -> {
              if (cell instanceof MountCell mount) {
                mount(mount);
              } else if (cell instanceof SocketCell socket) {
                socket(socket);
              }
            });
  }

  private void mount(MountCell cell) {
    MountState was = before.cells().get(cell);
    MountState is = after.cells().get(cell);
    if (was == null && !is.attached()) {
      return;
    }
    if (was == null) {
      changes.add(new Change(place(after, cell, is), "", what(is)));
      return;
    }
    String name = place(before, cell, was);
    if (was.attached() && !is.attached()) {
      changes.add(new Change(name, what(was), ""));
    }
    differs(name + " nosymfollow", was.nosymfollow(), is.nosymfollow());
    differs(name + " expires", was.expiring(), is.expiring());
  }

  private static String place(State state, MountCell cell, MountState mount) {
    return "mount at " + state.names().of(new Path(cell.owner(), mount.root()));
  }

  private String what(MountState mount) {
    if (mount.root() instanceof ProcDentry) {
      return "procfs";
    }
    boolean whole = Tree.parent(after.cells(), mount.root()).equals(mount.root());
    return whole ? "a whole file system" : "a directory or file of one";
  }

  private void differs(String what, boolean from, boolean to) {
    if (from != to) {
      changes.add(new Change(what, from ? "yes" : "no", to ? "yes" : "no"));
    }
  }

  private void socket(SocketCell cell) {
    SocketState was = before.cells().get(cell);
    SocketState is = after.cells().get(cell);
    int old = was == null ? 0 : was.queue().size();
    if (is.queue().size() != old) {
      changes.add(
          new Change(
              "messages on their way", String.valueOf(old), String.valueOf(is.queue().size())));
    }
  }
}
