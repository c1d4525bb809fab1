package watertight.model.linux.path;

import static watertight.model.linux.OpenFlags.O_CREAT;
import static watertight.model.linux.OpenFlags.O_DIRECTORY;
import static watertight.model.linux.OpenFlags.O_EXCL;
import static watertight.model.linux.OpenFlags.O_NOFOLLOW;
import static watertight.model.linux.OpenFlags.O_PATH;
import static watertight.model.linux.path.OpenFlagRules.has;
import static watertight.model.linux.path.OpenGates.CREATE_NO_TRAILING_SLASH;
import static watertight.model.linux.path.OpenGates.OPEN_CREATE_PERMISSION;

import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.OpenHow;

/**
 * open, openat and openat2; man 2 open, man 2 openat2; fs/open.c: do_sys_openat2, fs/namei.c:
 * path_openat.
 *
 * @param dirfd where a relative path starts
 * @param path the path
 * @param how flags, mode and RESOLVE_ flags
 * @param size the size of the structure, or −1 for open and openat, which have none
 */
public record OpenCall(int dirfd, String path, OpenHow how, long size) implements WalkingCall {
  /** man 2 open. */
  public static OpenCall of(Syscall.Open call) {
    return of(new Syscall.Openat(Syscall.AT_FDCWD, call.path(), call.flags(), call.mode()));
  }

  /** man 2 openat. */
  public static OpenCall of(Syscall.Openat call) {
    OpenHow how = OpenFlagRules.lenient(call.flags(), call.mode());
    return new OpenCall(call.dirfd(), call.path(), how, -1);
  }

  /** man 2 openat2. */
  public static OpenCall of(Syscall.Openat2 call) {
    return new OpenCall(call.dirfd(), call.path(), call.how(), call.size());
  }

  @Override
  public Step begin(Caller c) {
    Gate structure = size == -1 ? null : OpenFlagRules.badStructure(c, how, size);
    if (structure != null) {
      return Step.refused(structure);
    }
    Gate flags = OpenFlagRules.badFlags(c, how);
    return flags != null ? Step.refused(flags) : Walks.start(c, dirfd, path, lookup(c));
  }

  private Lookup lookup(Caller c) {
    long flags = how.flags();
    boolean follow = !has(flags, O_NOFOLLOW) && !has(flags, O_CREAT | O_EXCL);
    return Lookup.resolving(c.rules(), follow, has(flags, O_DIRECTORY), how.resolve());
  }

  @Override
  public Step atLast(Caller c, PathWalk walk) {
    if (has(how.flags(), O_CREAT)) {
      return atLastCreating(c, walk);
    }
    Step step = has(how.flags(), O_PATH) ? Walks.last(c, walk) : lastToOpen(c, walk);
    return step instanceof Step.Walking(PathWalk end) && end.isUsedUp()
        ? new Step.Done(Opening.existing(c, end, how.flags(), how.mode()))
        : step;
  }

  /** As a lookup, but what must hold at the end is left to the opening (do_open). */
  private static Step lastToOpen(Caller c, PathWalk walk) {
    Step step = Walks.lastComponent(c, walk);
    if (!(step instanceof Step.Walking(PathWalk end)) || !end.isUsedUp()) {
      return step;
    }
    Gate outside = Walks.endsOutside(c, end);
    return outside == null ? step : Step.refused(outside);
  }

  /** The last component with O_CREAT (open_last_lookups, lookup_open). */
  private Step atLastCreating(Caller c, PathWalk walk) {
    boolean named = !walk.isUsedUp() && !walk.lastIsDots();
    if (c.refuses(CREATE_NO_TRAILING_SLASH, named && walk.hasTrailingSlash())) {
      return Step.refused(CREATE_NO_TRAILING_SLASH);
    }
    if (named && Tree.child(c.cells(), walk.at().dentry(), walk.lastName()) == null) {
      return new Step.Done(create(c, walk));
    }
    Step step = lastToOpen(c, walk);
    return step instanceof Step.Walking(PathWalk end) && end.isUsedUp()
        ? new Step.Done(Opening.existingWithCreate(c, walk.at(), end, how.flags()))
        : step;
  }

  private Result create(Caller c, PathWalk walk) {
    Gate missing = walk.missing(c, walk.lastName(), true);
    if (missing != null) {
      return new Result.Refused(missing);
    }
    int needed = Permission.WRITE | Permission.EXEC;
    if (c.refuses(OPEN_CREATE_PERMISSION, !Permission.granted(c, walk.at().dentry(), needed))) {
      return new Result.Refused(OPEN_CREATE_PERMISSION);
    }
    return Opening.created(c, walk, how.flags(), (int) how.mode());
  }
}
