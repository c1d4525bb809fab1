package watertight.checker.conform;

import java.util.Optional;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Host.Privilege;
import watertight.model.linux.Errno;
import watertight.model.linux.Syscall;

/**
 * Answers that are other ones in a user namespace than in the initial one, where the model's worlds
 * are: LIMITS.md. A run that meets one needs root.
 */
final class InUserNamespace {
  /** What an id is shown as that the namespace does not map; man 5 proc_sys_kernel overflowuid. */
  private static final int OVERFLOW = 65534;

  private InUserNamespace() {}

  /** Why a difference is one of these, where it is. */
  static Optional<String> reason(Difference difference, Privilege privilege) {
    if (privilege == Privilege.ROOT || difference.inState() || difference.at() == 0) {
      return Optional.empty();
    }
    int n = difference.at() - 1;
    Syscall call = difference.plan().steps().get(n).move().call();
    Answer model = difference.plan().steps().get(n).answer().answer();
    Answer kernel = difference.kernel().answers().get(n);
    if (call instanceof Syscall.Umount2 && failed(kernel, Errno.EINVAL)) {
      return Optional.of("needs root: in a user namespace the root of a world is locked");
    }
    boolean owner =
        kernel instanceof Answer.Returned(long value, Answer.Out.Status status)
            && status.uid() == OVERFLOW;
    boolean noPower = failed(model, Errno.EPERM) && failed(kernel, Errno.EACCES);
    return owner || noPower
        ? Optional.of("needs root: in a user namespace procfs may belong to nobody")
        : Optional.empty();
  }

  private static boolean failed(Answer answer, Errno errno) {
    return answer instanceof Answer.Failed(int number) && number == errno.number();
  }
}
