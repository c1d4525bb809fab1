package watertight.model.linux.mount;

import static watertight.model.linux.mount.MountGates.BIND_SOURCE_ATTACHED;
import static watertight.model.linux.mount.MountGates.BIND_SOURCE_NOT_REMOVED;
import static watertight.model.linux.mount.MountGates.MOUNT_KINDS_MATCH;
import static watertight.model.linux.mount.MountGates.MOUNT_TARGET_ATTACHED;
import static watertight.model.linux.mount.MountGates.MOUNT_TARGET_IN_NAMESPACE;
import static watertight.model.linux.mount.MountGates.MOUNT_TARGET_NOT_REMOVED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.OutOfScope;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;
import watertight.model.linux.PendingCalls;
import watertight.model.linux.Reply;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.OutsideCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;

/** Putting a mount into the tree; fs/namespace.c: lock_mount, graft_tree. */
final class Grafting {
  private Grafting() {}

  /** Mounts the tree at {@code source} on {@code target}, with what is mounted below if asked. */
  static Result bind(Caller c, Path source, Path target, boolean recursive) {
    Path at = Mounts.top(c, target);
    Gate place = badPlace(c, at);
    if (place != null) {
      return new Refused(place);
    }
    boolean attached = Mounts.isOurs(c, source.mount()) || source.dentry() instanceof NsDentry;
    if (c.refuses(BIND_SOURCE_ATTACHED, !attached)) {
      return new Refused(BIND_SOURCE_ATTACHED);
    }
    boolean nosymfollow = Mounts.nosymfollow(c.cells(), source.mount());
    List<Copied> below =
        recursive ? Copied.below(c.cells(), source.mount(), source.dentry()) : List.of();
    Gate kinds = badKinds(c, Tree.inode(c.cells(), source.dentry()).isDirectory(), at);
    if (kinds != null) {
      return new Refused(kinds);
    }
    if (c.refuses(BIND_SOURCE_NOT_REMOVED, !Tree.isHashed(c.cells(), source.dentry()))) {
      return new Refused(BIND_SOURCE_NOT_REMOVED);
    }
    Result result = attach(c, source.dentry(), nosymfollow, at);
    return result instanceof Result.Returned
        ? attachAll(c, below, Mounts.on(c.cells(), at))
        : result;
  }

  /**
   * A mount that is copied with the tree it is mounted on. All are read before any is attached: the
   * copy may be mounted inside of what is copied (copy_tree).
   */
  private record Copied(Dentry mountpoint, Dentry root, boolean nosymfollow, List<Copied> below) {
    /** What is mounted on {@code mount} below the dentry {@code from}. */
    static List<Copied> below(Cells cells, Mount mount, Dentry from) {
      List<Copied> all = new ArrayList<>();
      for (Map.Entry<Dentry, Mount> entry : sorted(cells.get(new CoversCell(mount)))) {
        if (Tree.isBelow(cells, entry.getKey(), from)) {
          Mount child = entry.getValue();
          MountState state = cells.get(new MountCell(child));
          List<Copied> deeper = below(cells, child, state.root());
          all.add(new Copied(entry.getKey(), state.root(), state.nosymfollow(), deeper));
        }
      }
      return all;
    }
  }

  private static Result attachAll(Caller c, List<Copied> copies, Mount on) {
    for (Copied copy : copies) {
      Path at = new Path(on, copy.mountpoint());
      Result result = attach(c, copy.root(), copy.nosymfollow(), at);
      if (result instanceof Result.Returned) {
        result = attachAll(c, copy.below(), Mounts.on(c.cells(), at));
      }
      if (!(result instanceof Result.Returned)) {
        return result;
      }
    }
    return Reply.zero();
  }

  private static List<Map.Entry<Dentry, Mount>> sorted(Covers covers) {
    List<Map.Entry<Dentry, Mount>> entries = new ArrayList<>(covers.byDentry().entrySet());
    entries.sort(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.id(), b.id())));
    return entries;
  }

  /** Mounts a new file system, made when nothing refuses it any more (do_add_mount). */
  static Result graft(Caller c, Supplier<NewMount> fresh, Path target) {
    Path at = Mounts.top(c, target);
    Gate place = badPlace(c, at);
    if (place != null) {
      return new Refused(place);
    }
    Gate kinds = badKinds(c, true, at);
    if (kinds != null) {
      return new Refused(kinds);
    }
    NewMount mount = fresh.get();
    return attach(c, mount.root(), mount.nosymfollow(), at);
  }

  /** The place is what covers all others there: lock_mount goes up before it looks. */
  private static Gate badPlace(Caller c, Path target) {
    if (c.refuses(MOUNT_TARGET_NOT_REMOVED, !Tree.isHashed(c.cells(), target.dentry()))) {
      return MOUNT_TARGET_NOT_REMOVED;
    }
    boolean outside = target.equals(c.cells().get(new OutsideCell()).exe());
    boolean attached = Mounts.isAttached(c.cells(), target.mount());
    boolean elsewhere = outside || attached && !Mounts.isOurs(c, target.mount());
    if (c.refuses(MOUNT_TARGET_IN_NAMESPACE, elsewhere)) {
      return MOUNT_TARGET_IN_NAMESPACE;
    }
    return c.refuses(MOUNT_TARGET_ATTACHED, !attached) ? MOUNT_TARGET_ATTACHED : null;
  }

  /** What is mounted and what it covers are both directories, or both none (graft_tree). */
  private static Gate badKinds(Caller c, boolean directory, Path at) {
    boolean onDirectory = Tree.inode(c.cells(), at.dentry()).isDirectory();
    return c.refuses(MOUNT_KINDS_MATCH, directory != onDirectory) ? MOUNT_KINDS_MATCH : null;
  }

  private static Result attach(Caller c, Dentry root, boolean nosymfollow, Path at) {
    Cells cells = c.cells();
    int id = Fresh.id(cells, n -> new MountCell(new Mount(n)));
    if (id >= c.rules().bounds().mounts()) {
      return new OutOfScope("mounts");
    }
    Mount mount = new Mount(id);
    MountNamespace namespace = MountNamespaces.of(cells, c.task());
    cells.set(
        new MountCell(mount),
        new MountState(root, at.mount(), at.dentry(), namespace, nosymfollow, false));
    cells.update(new CoversCell(at.mount()), new CoversCell.Put(at.dentry(), mount));
    PendingCalls.disturb(cells);
    return Reply.zero();
  }
}
