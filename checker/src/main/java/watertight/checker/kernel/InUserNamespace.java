package watertight.checker.kernel;

import java.util.Optional;
import java.util.Set;
import watertight.checker.kernel.Host.Privilege;
import watertight.model.linux.Errno;
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
    if (call instanceof Syscall.Umount2 && failed(answer, Errno.EINVAL)) {
      return Optional.of("needs root: in a user namespace the root of a world is locked");
    }
    boolean owner =
        answer instanceof Answer.Returned(long value, Answer.Out.Status status)
            && status.uid() == OVERFLOW;
    boolean late = expected.stream().anyMatch(LATE::contains);
    return owner || late && failed(answer, Errno.EACCES)
        ? Optional.of("needs root: in a user namespace procfs may belong to nobody")
        : Optional.empty();
  }

  private static boolean failed(Answer answer, Errno errno) {
    return answer instanceof Answer.Failed(int number) && number == errno.number();
  }
}
