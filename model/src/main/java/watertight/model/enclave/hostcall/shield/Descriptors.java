package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.List;
import java.util.Optional;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.HostcallGuards;

/** New descriptors, against those that the enclave has open. */
final class Descriptors {
  private Descriptors() {}

  /** Not negative, and the same once it is an int: 2^32 + 3 would become 3. */
  static Optional<HostcallGuards> fitsInt(Answered a) {
    boolean lost = got(a).stream().anyMatch(fd -> fd < 0 || a.words().toInt(fd) != fd);
    return a.refuse(DESCRIPTOR_FITS_INT, lost);
  }

  /** man 2 open: a descriptor that is not open; else two files share a number. */
  static Optional<HostcallGuards> isNew(Answered a) {
    boolean open = got(a).stream().anyMatch(fd -> a.knew().descriptors().contains(fd));
    return a.refuse(DESCRIPTOR_IS_NEW, open);
  }

  /** man 2 fcntl, F_DUPFD: greater than or equal to arg. */
  static Optional<HostcallGuards> atLeast(Answered a) {
    long least = a.argument(MIN) - a.slack(DESCRIPTOR_AT_LEAST_ASKED);
    boolean below = got(a).stream().anyMatch(fd -> fd < least);
    return a.refuse(DESCRIPTOR_AT_LEAST_ASKED, below);
  }

  /** man 2 dup2: newfd. */
  static Optional<HostcallGuards> asAsked(Answered a) {
    return a.refuse(DUPLICATE_AS_ASKED, a.ret() != a.argument(NEW));
  }

  /** man 2 pipe: a read end and a write end. */
  static Optional<HostcallGuards> endsDiffer(Answered a) {
    return a.refuse(PIPE_ENDS_DIFFER, a.answer().get(FD0) == a.answer().get(FD1));
  }

  private static List<Long> got(Answered a) {
    if (a.call().name() == CallName.PIPE) {
      return List.of(a.answer().get(FD0), a.answer().get(FD1));
    }
    return a.call().name().returnsDescriptor(a.call()) ? List.of(a.ret()) : List.of();
  }
}
