package watertight.model.linux.mount;

import static watertight.model.linux.mount.MountGates.BIND_SOURCE_ATTACHED;
import static watertight.model.linux.mount.MountGates.MOUNT_KINDS_MATCH;
import static watertight.model.linux.mount.MountGates.MOUNT_TARGET_ATTACHED;
import static watertight.model.linux.mount.MountGates.MOUNT_TARGET_NOT_REMOVED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.OutOfScope;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;
import watertight.model.linux.PendingCalls;
import watertight.model.linux.Reply;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;

/** Putting a mount into the tree; fs/namespace.c: lock_mount, graft_tree. */
final class Grafting {
  private Grafting() {}

  /** Mounts the tree at {@code source} on {@code target}, with what is mounted below if asked. */
  static Result bind(Caller c, Path source, Path target, boolean recursive) {
    Gate place = badPlace(c, target);
    if (place != null) {
      return new Refused(place);
    }
    if (c.refuses(BIND_SOURCE_ATTACHED, !Mounts.isAttached(c.cells(), source.mount()))) {
      return new Refused(BIND_SOURCE_ATTACHED);
    }
    boolean nosymfollow = Mounts.nosymfollow(c.cells(), source.mount());
    Covers below = recursive ? c.cells().get(new CoversCell(source.mount())) : Covers.NONE;
    Path at = Mounts.top(c, target);
    Result result = attach(c, source.dentry(), nosymfollow, at);
    return result instanceof Result.Returned
        ? copyBelow(c, below, source.dentry(), Mounts.on(c.cells(), at))
        : result;
  }

  private static Result copyBelow(Caller c, Covers below, Dentry root, Mount copy) {
    for (Map.Entry<Dentry, Mount> entry : sorted(below)) {
      if (!Tree.isBelow(c.cells(), entry.getKey(), root)) {
        continue;
      }
      Mount child = entry.getValue();
      MountState state = c.cells().get(new MountCell(child));
      Path at = new Path(copy, entry.getKey());
      Result result = attach(c, state.root(), state.nosymfollow(), at);
      if (!(result instanceof Result.Returned)) {
        return result;
      }
      Covers more = c.cells().get(new CoversCell(child));
      Result deeper = copyBelow(c, more, state.root(), Mounts.on(c.cells(), at));
      if (!(deeper instanceof Result.Returned)) {
        return deeper;
      }
    }
    return Reply.zero();
  }

  private static List<Map.Entry<Dentry, Mount>> sorted(Covers covers) {
    List<Map.Entry<Dentry, Mount>> entries = new ArrayList<>(covers.byDentry().entrySet());
    entries.sort(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.id(), b.id())));
    return entries;
  }

  /** Mounts a new file system whose root is {@code fresh} (do_add_mount). */
  static Result graft(Caller c, NewMount fresh, Path target) {
    Gate place = badPlace(c, target);
    if (place != null) {
      return new Refused(place);
    }
    return attach(c, fresh.root(), fresh.nosymfollow(), Mounts.top(c, target));
  }

  private static Gate badPlace(Caller c, Path target) {
    if (c.refuses(MOUNT_TARGET_NOT_REMOVED, !Tree.isHashed(c.cells(), target.dentry()))) {
      return MOUNT_TARGET_NOT_REMOVED;
    }
    boolean attached = Mounts.isAttached(c.cells(), target.mount());
    return c.refuses(MOUNT_TARGET_ATTACHED, !attached) ? MOUNT_TARGET_ATTACHED : null;
  }

  private static Result attach(Caller c, Dentry root, boolean nosymfollow, Path at) {
    Cells cells = c.cells();
    boolean kindsMatch =
        Tree.inode(cells, root).isDirectory() == Tree.inode(cells, at.dentry()).isDirectory();
    if (c.refuses(MOUNT_KINDS_MATCH, !kindsMatch)) {
      return new Refused(MOUNT_KINDS_MATCH);
    }
    int id = Fresh.id(cells, n -> new MountCell(new Mount(n)));
    if (id >= c.rules().bounds().mounts()) {
      return new OutOfScope("mounts");
    }
    Mount mount = new Mount(id);
    cells.set(
        new MountCell(mount),
        new MountState(root, at.mount(), at.dentry(), true, nosymfollow, false));
    cells.update(new CoversCell(at.mount()), new CoversCell.Put(at.dentry(), mount));
    PendingCalls.disturb(cells);
    return Reply.zero();
  }
}
