package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostcallGuards;

/** How many bytes came or went. Without signs: a negative count is a huge one. */
final class Counts {
  private static final Set<CallName> IN_VECTORS =
      EnumSet.of(CallName.READV, CallName.WRITEV, CallName.RECVMSG);

  private Counts() {}

  /** man 2 read, recv, readlink, getdents: at most what was asked for. */
  static Optional<HostcallGuards> received(Answered a) {
    return a.atMost(RECEIVED_AT_MOST_ASKED, a.ret(), longest(a));
  }

  /** man 2 readv, recvmsg: at most what the buffers hold together. */
  static Optional<HostcallGuards> receivedInVectors(Answered a) {
    return a.atMost(RECEIVED_AT_MOST_VECTORS, a.ret(), longest(a));
  }

  /** man 2 write, send: at most what was given, or what is left of it would wrap. */
  static Optional<HostcallGuards> sent(Answered a) {
    return a.atMost(SENT_AT_MOST_GIVEN, a.ret(), room(a));
  }

  /** man 2 writev: as above, of all buffers together. */
  static Optional<HostcallGuards> sentFromVectors(Answered a) {
    return a.atMost(SENT_AT_MOST_VECTORS, a.ret(), room(a));
  }

  /** A call that returns nothing returns 0; F_DUPFD and FUTEX_WAKE return something. */
  static Optional<HostcallGuards> zero(Answered a) {
    boolean returns =
        a.call().name().returnsDescriptor(a.call())
            || (a.call().name() == CallName.FUTEX && a.argument(OP) == Constants.FUTEX_WAKE);
    return a.refuse(SUCCESS_IS_ZERO, !returns && a.ret() != 0);
  }

  /** Away: fewer bytes than were asked for do not pass, which is too strict. */
  static Optional<HostcallGuards> shortCount(Answered a) {
    return !a.guards().has(SHORT_COUNT_PASSES) && a.ret() != room(a)
        ? Optional.of(SHORT_COUNT_PASSES)
        : Optional.empty();
  }

  /** What the caller's buffer holds. */
  static long room(Answered a) {
    if (IN_VECTORS.contains(a.call().name())) {
      return a.call().vectors();
    }
    return a.argument(a.call().arguments().has(COUNT) ? COUNT : SIZE);
  }

  /** With MSG_TRUNC the real length, any that has no sign. Away: too strict. */
  private static long longest(Answered a) {
    boolean real = isTruncating(a) && a.guards().has(TRUNCATED_LENGTH_PASSES);
    return real ? (1L << (a.words().bits() - 1)) - 1 : room(a);
  }

  static boolean isTruncating(Answered a) {
    return (a.call().name() == CallName.RECV || a.call().name() == CallName.RECVMSG)
        && a.call().hasFlag(Constants.MSG_TRUNC);
  }
}
