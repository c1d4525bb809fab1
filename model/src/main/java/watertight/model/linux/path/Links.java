package watertight.model.linux.path;

import static watertight.model.linux.path.PathGates.MAGIC_LINK_HAS_OBJECT;
import static watertight.model.linux.path.PathGates.MAGIC_LINK_NEEDS_PTRACE_ACCESS;
import static watertight.model.linux.path.PathGates.MOUNT_NOSYMFOLLOW;
import static watertight.model.linux.path.PathGates.NO_XDEV_MAGIC_LINK;
import static watertight.model.linux.path.PathGates.PROC_SELF_HAS_NUMBER;
import static watertight.model.linux.path.PathGates.PROTECTED_SYMLINKS;
import static watertight.model.linux.path.PathGates.RESOLVE_NO_MAGICLINKS;
import static watertight.model.linux.path.PathGates.RESOLVE_NO_SYMLINKS;
import static watertight.model.linux.path.PathGates.SCOPED_MAGIC_LINK;
import static watertight.model.linux.path.PathGates.SYMLINK_LIMIT;

import java.util.ArrayList;
import java.util.List;
import watertight.model.linux.Caller;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.ProcDentry.ProcFd;
import watertight.model.linux.path.ProcDentry.ProcLink;
import watertight.model.linux.path.ProcDentry.ProcNs;
import watertight.model.linux.path.ProcDentry.ProcSelf;
import watertight.model.linux.task.Ptrace;
import watertight.model.linux.task.Task;

/** How a walk follows a link; fs/namei.c: pick_link, nd_jump_link; fs/proc/base.c. */
final class Links {
  private Links() {}

  /** Follows {@code link}; {@code walk} stands in its directory, with what comes after it left. */
  static Step follow(Caller c, PathWalk walk, Path link, boolean trailing) {
    if (c.refuses(SYMLINK_LIMIT, walk.links() >= c.settings().symlinks())) {
      return Step.refused(SYMLINK_LIMIT);
    }
    if (c.refuses(PROTECTED_SYMLINKS, trailing && isProtected(c, walk.at(), link))) {
      return Step.refused(PROTECTED_SYMLINKS);
    }
    if (c.refuses(RESOLVE_NO_SYMLINKS, walk.lookup().noSymlinks())) {
      return Step.refused(RESOLVE_NO_SYMLINKS);
    }
    if (c.refuses(MOUNT_NOSYMFOLLOW, Mounts.nosymfollow(c.cells(), link.mount()))) {
      return Step.refused(MOUNT_NOSYMFOLLOW);
    }
    PathWalk counted = walk.with(walk.frames(), walk.links() + 1);
    return switch (link.dentry()) {
      case ProcLink magic -> jump(c, counted, magic.task(), magic);
      case ProcFd magic -> jump(c, counted, magic.task(), magic);
      case ProcNs magic -> jump(c, counted, magic.task(), magic);
      case ProcSelf self -> self(c, counted, Procfs.self(c, self));
      case TreeDentry stored -> text(c, counted, stored, target(c, stored));
      case ProcDentry other -> throw new IllegalStateException(other + " is no link");
      case SocketDentry other -> throw new IllegalStateException(other + " is no link");
      case NsDentry other -> throw new IllegalStateException(other + " is no link");
    };
  }

  /** Who has no number in the PID namespace that is shown has no directory there either. */
  private static Step self(Caller c, PathWalk walk, int number) {
    return number == 0
        ? Step.refused(PROC_SELF_HAS_NUMBER)
        : text(c, walk, null, String.valueOf(number));
  }

  private static String target(Caller c, TreeDentry link) {
    return ((Body.Symlink) Tree.inode(c.cells(), link).body()).target();
  }

  private static Step text(Caller c, PathWalk walk, TreeDentry link, String text) {
    if (walk.isPastLimit(c) && isUnderWay(walk, link)) {
      return PathWalk.endless("the link's own text leads back to it");
    }
    Step start = text.startsWith("/") ? walk.jumpToRoot(c) : new Step.Walking(walk);
    if (!(start instanceof Step.Walking(PathWalk from))) {
      return start;
    }
    Frame frame = Frame.of(link, text);
    return new Step.Walking(from.with(push(from.frames(), frame), from.links()));
  }

  private static boolean isUnderWay(PathWalk walk, TreeDentry link) {
    return link != null
        && walk.frames().stream()
            .anyMatch(frame -> link.equals(frame.link()) && !frame.names().isEmpty());
  }

  /** A text takes the place of one that is used up; an empty text adds nothing. */
  private static List<Frame> push(List<Frame> frames, Frame frame) {
    List<Frame> left = new ArrayList<>(frames);
    left.removeIf(f -> f.names().isEmpty());
    if (!frame.names().isEmpty() || left.isEmpty()) {
      left.add(frame);
    }
    return left;
  }

  /** man 5 proc, fs.protected_symlinks (may_follow_link). */
  private static boolean isProtected(Caller c, Path directory, Path link) {
    if (c.settings().protectedSymlinks() == 0) {
      return false;
    }
    InodeState dir = Tree.inode(c.cells(), directory.dentry());
    InodeState symlink = Tree.inode(c.cells(), link.dentry());
    int stickyForAll = InodeState.S_ISVTX | 0002;
    return symlink.uid() != c.cred().fsuid()
        && (dir.mode() & stickyForAll) == stickyForAll
        && symlink.uid() != dir.uid();
  }

  /** Jumps straight to an object, past every name and the root (proc_pid_get_link). */
  private static Step jump(Caller c, PathWalk walk, Task task, ProcDentry link) {
    if (c.refuses(MAGIC_LINK_NEEDS_PTRACE_ACCESS, !Ptrace.mayRead(c, task))) {
      return Step.refused(MAGIC_LINK_NEEDS_PTRACE_ACCESS);
    }
    return switch (MagicLinks.target(c.cells(), link)) {
      case MagicLinks.Gone gone -> Step.refused(MAGIC_LINK_HAS_OBJECT);
      case MagicLinks.Process process -> new Step.Done(MagicLinks.NOT_TOLD);
      case MagicLinks.At(Path to) -> jump(c, walk, to);
    };
  }

  private static Step jump(Caller c, PathWalk walk, Path to) {
    Lookup lookup = walk.lookup();
    if (c.refuses(RESOLVE_NO_MAGICLINKS, lookup.noMagiclinks())) {
      return Step.refused(RESOLVE_NO_MAGICLINKS);
    }
    boolean crosses = !to.mount().equals(walk.at().mount());
    if (c.refuses(NO_XDEV_MAGIC_LINK, lookup.noXdev() && crosses)) {
      return Step.refused(NO_XDEV_MAGIC_LINK);
    }
    if (c.refuses(SCOPED_MAGIC_LINK, lookup.isScoped())) {
      return Step.refused(SCOPED_MAGIC_LINK);
    }
    return new Step.Walking(walk.standingAt(to));
  }
}
