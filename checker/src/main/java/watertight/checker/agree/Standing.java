package watertight.checker.agree;

import static watertight.model.linux.ResolveFlags.RESOLVE_BENEATH;
import static watertight.model.linux.ResolveFlags.RESOLVE_IN_ROOT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.linux.Pending;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.Frame;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.Tree;

/**
 * Where the walk of a task's call stands. A specification ends the walk of a call that makes a name
 * in the directory where the name will be, so there the last component is no part of the walk.
 *
 * @param walk the walk
 * @param call the call, or null where it does not matter
 */
record Standing(PathWalk walk, @Nullable Syscall call) {
  static Standing of(Pending pending) {
    return new Standing(pending.walk(), pending.call());
  }

  /** Whether the call makes a name. */
  boolean makesName() {
    return call != null && makesName(call);
  }

  static boolean makesName(Syscall call) {
    return call instanceof Syscall.Mkdir || call instanceof Syscall.Symlink;
  }

  /** The path of a call that is one walk, or null. */
  static @Nullable String path(Syscall call) {
    return switch (call) {
      case Syscall.Open open -> open.path();
      case Syscall.Openat open -> open.path();
      case Syscall.Openat2 open -> open.path();
      case Syscall.Mkdir mkdir -> mkdir.path();
      case Syscall.Symlink symlink -> symlink.linkpath();
      case Syscall.Readlink readlink -> readlink.path();
      case Syscall.Readlinkat readlink -> readlink.path();
      case Syscall.Stat stat -> stat.path();
      case Syscall.Lstat stat -> stat.path();
      case Syscall.Chdir chdir -> chdir.path();
      case Syscall.Chroot chroot -> chroot.path();
      default -> null;
    };
  }

  /**
   * Whether nothing of a text has been walked yet, and it begins with a slash. The text of
   * /proc/self has no stored link either; it is relative, and met after the caller's path began.
   */
  boolean isUntouchedAbsolute(PlainCells cells, Frame frame) {
    boolean isOfCaller = frame.link() == null && walk.links() == 0;
    String given = isOfCaller && call != null ? path(call) : null;
    String text = frame.link() == null ? given : target(cells, frame);
    return text != null
        && text.startsWith("/")
        && PathAtoms.names(text).size() == frame.names().size();
  }

  private static @Nullable String target(PlainCells cells, Frame frame) {
    return Tree.inode(cells, frame.link()).body() instanceof Body.Symlink(String target)
        ? target
        : null;
  }

  /** The components of a text that a specification sees. */
  List<String> seen(Frame frame, int level) {
    List<String> names = frame.names();
    return level == 0 && makesName() && !names.isEmpty()
        ? names.subList(0, names.size() - 1)
        : names;
  }

  /** The flags of the walk, as the caller gave them: whether they are heeded is another matter. */
  List<String> flags() {
    Lookup lookup = walk.lookup();
    List<String> flags = new ArrayList<>();
    boolean scopes = call instanceof Syscall.Openat2;
    long resolve = call instanceof Syscall.Openat2 open ? open.how().resolve() : 0;
    add(flags, "Beneath", scopes ? (resolve & RESOLVE_BENEATH) != 0 : lookup.beneath());
    add(flags, "InRoot", scopes ? (resolve & RESOLVE_IN_ROOT) != 0 : lookup.inRoot());
    add(flags, "NoXdev", lookup.noXdev());
    add(flags, "NoSymlinks", lookup.noSymlinks());
    add(flags, "NoMagiclinks", lookup.noMagiclinks());
    add(flags, "NoFollow", !lookup.follow() && !makesName());
    return flags;
  }

  private static void add(List<String> flags, String flag, boolean isSet) {
    if (isSet) {
      flags.add(flag);
    }
  }
}
