package watertight.checker.kernel;

import java.util.Optional;
import java.util.Set;
import watertight.checker.kernel.Host.Privilege;
import watertight.model.linux.Errno;
import watertight.model.linux.MountFlags;
import watertight.model.linux.Syscall;

/**
 * Answers that are other ones in a user namespace than in the initial one, where the model's worlds
 * are: LIMITS.md. A run that meets one needs root.
 */
public final class InUserNamespace {
  /** What an id is shown as that the namespace does not map; man 5 proc_sys_kernel overflowuid. */
  private static final int OVERFLOW = 65534;

  private InUserNamespace() {}

  /** What is refused with after permission was asked for: to have EACCES instead needs no more. */
  private static final Set<Errno> LATE = Set.of(Errno.EPERM, Errno.EOPNOTSUPP);

  /** What umount2 says of a mount after it has seen whether that is locked. */
  private static final Set<Errno> OF_A_MOUNT = Set.of(Errno.EPERM, Errno.EBUSY, Errno.EAGAIN);

  /** What makes mount(2) anything but a new file system. */
  private static final long OTHERS = MountFlags.MS_REMOUNT | MountFlags.MS_BIND;

  /**
   * Why an answer that is not as expected is one of these, where it is.
   *
   * @param expected the errnos that were expected; none where the call was to succeed
   */
  public static Optional<String> reason(
      Privilege privilege, Syscall call, Set<Errno> expected, Answer answer) {
    if (privilege == Privilege.ROOT) {
      return Optional.empty();
    }
    if (isLocked(call, expected, answer)) {
      return Optional.of("needs root: in a user namespace the root of a world is locked");
    }
    if (isTooRevealing(call, expected, answer)) {
      return Optional.of("needs root: in a user namespace a new procfs needs a whole one in sight");
    }
    return isOfNobody(expected, answer)
        ? Optional.of("needs root: in a user namespace procfs may belong to nobody")
        : Optional.empty();
  }

  /** The mount that pivot_root leaves takes its lock over; fs/namespace.c: can_umount. */
  private static boolean isLocked(Syscall call, Set<Errno> expected, Answer answer) {
    return call instanceof Syscall.Umount2
        && OF_A_MOUNT.containsAll(expected)
        && failed(answer, Errno.EINVAL);
  }

  /** fs/namespace.c: mount_too_revealing; nothing may show what is covered elsewhere. */
  private static boolean isTooRevealing(Syscall call, Set<Errno> expected, Answer answer) {
    return call instanceof Syscall.Mount mount
        && "proc".equals(mount.type())
        && (mount.flags() & OTHERS) == 0
        && expected.isEmpty()
        && failed(answer, Errno.EPERM);
  }

  private static boolean isOfNobody(Set<Errno> expected, Answer answer) {
    boolean owner =
        expected.isEmpty()
            && answer instanceof Answer.Returned(long value, Answer.Out.Status status)
            && status.uid() == OVERFLOW;
    boolean late = expected.stream().anyMatch(LATE::contains);
    return owner || late && failed(answer, Errno.EACCES);
  }

  private static boolean failed(Answer answer, Errno errno) {
    return answer instanceof Answer.Failed(int number) && number == errno.number();
  }
}
