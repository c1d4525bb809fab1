package watertight.model.linux.path;

import static watertight.model.linux.path.PathGates.BENEATH_NOT_ABSOLUTE;
import static watertight.model.linux.path.PathGates.DIRFD_IS_DIRECTORY;
import static watertight.model.linux.path.PathGates.DIRFD_OPEN;
import static watertight.model.linux.path.PathGates.END_IS_DIRECTORY;
import static watertight.model.linux.path.PathGates.PATH_ADDRESS;
import static watertight.model.linux.path.PathGates.PATH_LENGTH;
import static watertight.model.linux.path.PathGates.PATH_NOT_EMPTY;
import static watertight.model.linux.path.PathGates.RESOLVE_CACHED;
import static watertight.model.linux.path.PathGates.SCOPED_WALK_ENDS_INSIDE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Syscall;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.task.OpenFileState;

/** How walks begin and end; fs/namei.c: getname, path_init, complete_walk. */
public final class Walks {
  private Walks() {}

  /** Why the kernel does not take {@code path} from the caller, or null (getname). */
  static Gate badText(Caller c, String path) {
    if (path == null) {
      return PATH_ADDRESS;
    }
    if (path.isEmpty()) {
      return PATH_NOT_EMPTY;
    }
    int bytes = path.length() + 1;
    return c.refuses(PATH_LENGTH, bytes > c.settings().pathMax()) ? PATH_LENGTH : null;
  }

  /** A walk from the working directory, or from the root when the path is absolute. */
  public static Step start(Caller c, String path, Lookup lookup) {
    return start(c, Syscall.AT_FDCWD, path, lookup);
  }

  /** A walk from {@code dirfd}; it is not looked at when the path is absolute (path_init). */
  static Step start(Caller c, int dirfd, String path, Lookup lookup) {
    Gate bad = badText(c, path);
    if (bad != null) {
      return Step.refused(bad);
    }
    List<Frame> frames = List.of(Frame.of(null, path));
    if (path.startsWith("/") && !lookup.inRoot()) {
      return atRoot(c, frames, lookup);
    }
    if (dirfd == Syscall.AT_FDCWD) {
      return new Step.Walking(from(c, c.cwd(), frames, lookup));
    }
    OpenFileState file = c.file(dirfd);
    if (file == null) {
      return Step.refused(DIRFD_OPEN);
    }
    Path at = file.pathOrNull();
    if (at == null || !Tree.inode(c.cells(), at.dentry()).isDirectory()) {
      return Step.refused(DIRFD_IS_DIRECTORY);
    }
    return new Step.Walking(from(c, at, frames, lookup));
  }

  private static Step atRoot(Caller c, List<Frame> frames, Lookup lookup) {
    if (c.refuses(BENEATH_NOT_ABSOLUTE, lookup.beneath())) {
      return Step.refused(BENEATH_NOT_ABSOLUTE);
    }
    return new Step.Walking(new PathWalk(c.root(), c.root(), frames, lookup, 0, true, false));
  }

  private static PathWalk from(Caller c, Path at, List<Frame> frames, Lookup lookup) {
    boolean scoped = lookup.isScoped();
    return new PathWalk(at, scoped ? at : c.root(), frames, lookup, 0, scoped, false);
  }

  /** Runs a call that is one walk to its end. */
  public static Result run(Caller c, WalkingCall call) {
    return run(c, call, call.begin(c));
  }

  /** Runs a call whose walk has come as far as {@code from} to its end. */
  public static Result run(Caller c, WalkingCall call, Step from) {
    Step step = from;
    Set<Step> seen = new HashSet<>();
    while (!(step instanceof Step.Done)) {
      if (isPastLimit(c, step) && !seen.add(uncounted(step))) {
        step = PathWalk.endless("the walk has been here before");
      } else {
        step = advance(c, call, step);
      }
    }
    return ((Step.Done) step).result();
  }

  /** Takes the next step of a call that is under way. */
  public static Step advance(Caller c, WalkingCall call, Step step) {
    return switch (step) {
      case Step.Walking(PathWalk walk) -> orTryUncached(c, walk, walk.next(c));
      case Step.AtLast(PathWalk walk) -> call.atLast(c, walk);
      case Step.Done done -> done;
    };
  }

  /**
   * With RESOLVE_CACHED a walk that meets most refusals says only that it would have to look closer
   * (try_to_unlazy).
   */
  private static Step orTryUncached(Caller c, PathWalk walk, Step step) {
    boolean unsure =
        step instanceof Step.Done(Result.Refused refusal)
            && !(refusal.gate() instanceof PathGates gate && gate.isKnownInCache());
    return c.refuses(RESOLVE_CACHED, unsure && walk.lookup().cached())
        ? Step.refused(RESOLVE_CACHED)
        : step;
  }

  private static boolean isPastLimit(Caller c, Step step) {
    return switch (step) {
      case Step.Walking(PathWalk walk) -> walk.isPastLimit(c);
      case Step.AtLast(PathWalk walk) -> walk.isPastLimit(c);
      case Step.Done done -> false;
    };
  }

  private static Step uncounted(Step step) {
    return switch (step) {
      case Step.Walking(PathWalk walk) -> new Step.Walking(walk.with(walk.frames(), 0));
      case Step.AtLast(PathWalk walk) -> new Step.AtLast(walk.with(walk.frames(), 0));
      case Step.Done done -> done;
    };
  }

  /** Walks the last component, and leaves it to the caller what must hold at the end. */
  static Step lastComponent(Caller c, PathWalk walk) {
    return orTryUncached(c, walk, walk.last(c));
  }

  /** Walks the last component of a lookup: on, when it is a link to follow, or to the end. */
  static Step last(Caller c, PathWalk walk) {
    Step step = lastComponent(c, walk);
    return step instanceof Step.Walking(PathWalk end) && end.isUsedUp() ? complete(c, end) : step;
  }

  /** What must hold at the end of a walk (complete_walk, then LOOKUP_DIRECTORY). */
  static Step complete(Caller c, PathWalk end) {
    Gate outside = endsOutside(c, end);
    Gate refusal = outside != null ? outside : endsAtNoDirectory(c, end);
    return refusal != null ? Step.refused(refusal) : new Step.Walking(end);
  }

  /** Why a walk that must end at a directory does not, or null. */
  static Gate endsAtNoDirectory(Caller c, PathWalk end) {
    boolean directory = Tree.inode(c.cells(), end.at().dentry()).isDirectory();
    return end.lookup().directory() && !directory ? END_IS_DIRECTORY : null;
  }

  /** Why a walk may not end where it stands, or null (complete_walk). */
  static Gate endsOutside(Caller c, PathWalk end) {
    boolean outside = end.lookup().isScoped() && !Mounts.isUnder(c.cells(), end.at(), end.root());
    return c.refuses(SCOPED_WALK_ENDS_INSIDE, outside) ? SCOPED_WALK_ENDS_INSIDE : null;
  }
}
