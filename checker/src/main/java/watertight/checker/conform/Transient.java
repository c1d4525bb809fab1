package watertight.checker.conform;

import java.util.List;
import java.util.Optional;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Move;
import watertight.model.linux.Errno;
import watertight.model.linux.MountFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Syscall;

/**
 * Refusals that depend on what the model does not keep, as LIMITS.md says: EAGAIN of a walk in the
 * cache alone, and of umount2 with MNT_EXPIRE when it is not the first and the mount was used
 * since. Such a call is left out, and the rest of the run is taken again.
 */
final class Transient {
  private Transient() {}

  /** The call of the trial that met such a refusal, by its place there. */
  static Optional<Integer> call(Difference difference) {
    if (difference.inState() || difference.at() == 0) {
      return Optional.empty();
    }
    int n = difference.at() - 1;
    Move move = difference.plan().steps().get(n).move();
    boolean again =
        difference.kernel().answers().get(n) instanceof Answer.Failed(int errno)
            && errno == Errno.EAGAIN.number();
    return again && mayBeRefused(move.call(), difference.plan().steps().subList(0, n))
        ? Optional.of(difference.plan().calls().get(n))
        : Optional.empty();
  }

  private static boolean mayBeRefused(Syscall call, List<Step> before) {
    return call instanceof Syscall.Openat2 open
            && (open.how().resolve() & ResolveFlags.RESOLVE_CACHED) != 0
            && !makes(open.how().flags())
        || call instanceof Syscall.Umount2 umount
            && expires(umount)
            && before.stream().anyMatch(Transient::marks);
  }

  /** A walk in the cache alone makes nothing, whatever is there (fs/open.c: build_open_flags). */
  private static boolean makes(long flags) {
    return (flags & (OpenFlags.O_CREAT | OpenFlags.O_TRUNC | OpenFlags.TMPFILE_BIT)) != 0;
  }

  private static boolean marks(Step step) {
    return step.move().call() instanceof Syscall.Umount2 umount && expires(umount);
  }

  private static boolean expires(Syscall.Umount2 call) {
    return (call.flags() & MountFlags.MNT_EXPIRE) != 0;
  }
}
