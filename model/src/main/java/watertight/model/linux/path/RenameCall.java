package watertight.model.linux.path;

import static watertight.model.linux.path.NameGates.RENAME_DIRECTORY_WRITABLE;
import static watertight.model.linux.path.NameGates.RENAME_MUTABLE;
import static watertight.model.linux.path.NameGates.RENAME_NEW_PERMISSION;
import static watertight.model.linux.path.NameGates.RENAME_NOT_INTO_ITSELF;
import static watertight.model.linux.path.NameGates.RENAME_NOT_MOUNTPOINT;
import static watertight.model.linux.path.NameGates.RENAME_NOT_ONTO_ANCESTOR;
import static watertight.model.linux.path.NameGates.RENAME_OLD_PERMISSION;
import static watertight.model.linux.path.NameGates.RENAME_OLD_STICKY;
import static watertight.model.linux.path.NameGates.RENAME_PLAIN_NEW;
import static watertight.model.linux.path.NameGates.RENAME_PLAIN_OLD;
import static watertight.model.linux.path.NameGates.RENAME_SAME_MOUNT;
import static watertight.model.linux.path.NameGates.RENAME_SLASH_NEEDS_DIRECTORY;
import static watertight.model.linux.path.NameGates.RENAME_SUPPORTED;
import static watertight.model.linux.path.NameGates.REPLACE_DIRECTORY_BY_DIRECTORY;
import static watertight.model.linux.path.NameGates.REPLACE_EMPTY;
import static watertight.model.linux.path.NameGates.REPLACE_FILE_BY_FILE;
import static watertight.model.linux.path.NameGates.REPLACE_PERMISSION;
import static watertight.model.linux.path.NameGates.REPLACE_STICKY;

import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.PendingCalls;
import watertight.model.linux.Reply;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.mount.Unmount;

/**
 * man 2 rename; fs/namei.c: do_renameat2, vfs_rename.
 *
 * @param c who renames
 * @param oldAt the walk to the old name, in its directory
 * @param newAt the walk to the new name, in its directory
 * @param source what has the old name
 * @param target what has the new name, or null
 */
public record RenameCall(Caller c, PathWalk oldAt, PathWalk newAt, Dentry source, Dentry target) {
  private static final int WRITE_EXEC = Permission.WRITE | Permission.EXEC;

  /** Renames {@code from} to {@code to}. */
  public static Result rename(Caller c, String from, String to) {
    return switch (ParentLookup.of(c, from)) {
      case ParentLookup.Failed failed -> failed.result();
      case ParentLookup.At(PathWalk oldAt) ->
          switch (ParentLookup.of(c, to)) {
            case ParentLookup.Failed failed -> failed.result();
            case ParentLookup.At(PathWalk newAt) -> rename(c, oldAt, newAt);
          };
    };
  }

  private static Result rename(Caller c, PathWalk oldAt, PathWalk newAt) {
    Gate names = badNames(c, oldAt, newAt);
    if (names != null) {
      return new Refused(names);
    }
    Dentry source = Tree.child(c.cells(), oldAt.at().dentry(), oldAt.lastName());
    if (source == null) {
      return new Refused(oldAt.missing(c, oldAt.lastName(), false));
    }
    Dentry target = Tree.child(c.cells(), newAt.at().dentry(), newAt.lastName());
    Gate missing = target == null ? newAt.missing(c, newAt.lastName(), true) : null;
    return missing != null
        ? new Refused(missing)
        : new RenameCall(c, oldAt, newAt, source, target).run();
  }

  /** What do_renameat2 asks of the two names before it looks them up. */
  private static Gate badNames(Caller c, PathWalk oldAt, PathWalk newAt) {
    if (c.refuses(RENAME_SAME_MOUNT, !oldAt.at().mount().equals(newAt.at().mount()))) {
      return RENAME_SAME_MOUNT;
    }
    if (oldAt.isUsedUp() || oldAt.lastIsDots()) {
      return RENAME_PLAIN_OLD;
    }
    return newAt.isUsedUp() || newAt.lastIsDots() ? RENAME_PLAIN_NEW : null;
  }

  private Result run() {
    boolean slash = oldAt.hasTrailingSlash() || newAt.hasTrailingSlash();
    if (c.refuses(RENAME_SLASH_NEEDS_DIRECTORY, slash && !isDirectory(source))) {
      return new Refused(RENAME_SLASH_NEEDS_DIRECTORY);
    }
    if (isAncestor(source, newAt.at().dentry())) {
      return new Refused(RENAME_NOT_INTO_ITSELF);
    }
    if (target != null && isAncestor(target, oldAt.at().dentry())) {
      return new Refused(RENAME_NOT_ONTO_ANCESTOR);
    }
    if (target != null && sameInode()) {
      return Reply.zero();
    }
    Gate gate = refusal();
    if (gate != null) {
      return new Refused(gate);
    }
    move();
    return Reply.zero();
  }

  private Cells cells() {
    return c.cells();
  }

  /** Whether a directory is {@code below} or above it (lock_rename). */
  private boolean isAncestor(Dentry above, Dentry below) {
    return isDirectory(above) && Tree.isBelow(cells(), below, above);
  }

  private boolean sameInode() {
    return Tree.identity(cells(), source).equals(Tree.identity(cells(), target));
  }

  private boolean isDirectory(Dentry dentry) {
    return Tree.inode(cells(), dentry).isDirectory();
  }

  /** The checks of vfs_rename, in its order. */
  private Gate refusal() {
    Dentry oldDir = oldAt.at().dentry();
    Dentry newDir = newAt.at().dentry();
    if (c.refuses(RENAME_MUTABLE, isImmutable(oldDir) || replacesInImmutable(oldDir, newDir))) {
      return RENAME_MUTABLE;
    }
    if (c.refuses(RENAME_OLD_PERMISSION, !Permission.granted(c, oldDir, WRITE_EXEC))) {
      return RENAME_OLD_PERMISSION;
    }
    if (c.refuses(RENAME_OLD_STICKY, stickyKeeps(oldDir, source))) {
      return RENAME_OLD_STICKY;
    }
    Gate place = target == null ? cannotMake(newDir) : cannotReplace(newDir);
    if (place != null) {
      return place;
    }
    if (!(oldDir instanceof TreeDentry)) {
      return RENAME_SUPPORTED;
    }
    boolean flips = !oldDir.equals(newDir) && isDirectory(source);
    boolean writable = Permission.granted(c, source, Permission.WRITE);
    if (c.refuses(RENAME_DIRECTORY_WRITABLE, flips && !writable)) {
      return RENAME_DIRECTORY_WRITABLE;
    }
    boolean mountpoint = Mounts.isMountpoint(c, source) || Mounts.isMountpoint(c, target);
    if (c.refuses(RENAME_NOT_MOUNTPOINT, mountpoint)) {
      return RENAME_NOT_MOUNTPOINT;
    }
    return target instanceof TreeDentry old && !isEmpty(old) ? REPLACE_EMPTY : null;
  }

  private static boolean isImmutable(Dentry directory) {
    return directory instanceof ProcDentry.ProcTask;
  }

  /** The directory of the new name is asked after that of the old one has agreed. */
  private boolean replacesInImmutable(Dentry oldDir, Dentry newDir) {
    return target != null
        && isImmutable(newDir)
        && Permission.granted(c, oldDir, WRITE_EXEC)
        && !stickyKeeps(oldDir, source);
  }

  private boolean stickyKeeps(Dentry directory, Dentry victim) {
    return Permission.stickyKeeps(c, Tree.inode(cells(), directory), Tree.inode(cells(), victim));
  }

  private Gate cannotMake(Dentry directory) {
    return c.refuses(RENAME_NEW_PERMISSION, !Permission.granted(c, directory, WRITE_EXEC))
        ? RENAME_NEW_PERMISSION
        : null;
  }

  private Gate cannotReplace(Dentry directory) {
    if (c.refuses(REPLACE_PERMISSION, !Permission.granted(c, directory, WRITE_EXEC))) {
      return REPLACE_PERMISSION;
    }
    if (c.refuses(REPLACE_STICKY, stickyKeeps(directory, target))) {
      return REPLACE_STICKY;
    }
    if (isDirectory(source)) {
      return isDirectory(target) ? null : REPLACE_DIRECTORY_BY_DIRECTORY;
    }
    return isDirectory(target) ? REPLACE_FILE_BY_FILE : null;
  }

  private boolean isEmpty(TreeDentry directory) {
    return cells().view(new ChildrenCell(directory), new ChildrenCell.IsEmpty());
  }

  private void move() {
    TreeDentry moved = (TreeDentry) source;
    TreeDentry oldDir = (TreeDentry) oldAt.at().dentry();
    TreeDentry newDir = (TreeDentry) newAt.at().dentry();
    if (target instanceof TreeDentry replaced) {
      remove(replaced);
    }
    cells().update(new ChildrenCell(oldDir), new ChildrenCell.Drop(oldAt.lastName()));
    cells().update(new ChildrenCell(newDir), new ChildrenCell.Put(newAt.lastName(), moved));
    DentryState state = cells().get(new DentryCell(moved));
    cells().set(new DentryCell(moved), state.movedTo(newDir, newAt.lastName()));
    PendingCalls.disturb(cells());
  }

  private void remove(TreeDentry replaced) {
    cells().set(new DentryCell(replaced), cells().get(new DentryCell(replaced)).unhashed());
    InodeCell inode = new InodeCell(Tree.inodeOf(cells(), replaced));
    if (cells().get(inode).isDirectory()) {
      cells().set(inode, cells().get(inode).withBody(new Body.Directory(true)));
    }
    Unmount.detachFrom(c, replaced);
  }
}
