package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Fields;

/** Values that are cut to what is harmless, where refusing them would refuse honest answers. */
final class Clamps {
  private Clamps() {}

  /** The answer as it is used. */
  static Fields of(Answered a) {
    CallName call = a.call().name();
    if (call == CallName.POLL || call == CallName.NANOSLEEP) {
      return remaining(a);
    }
    if (a.failed()) {
      return a.answer();
    }
    if (call == CallName.RECV || call == CallName.RECVMSG) {
      return Counts.isTruncating(a) ? copyFits(a) : a.answer();
    }
    return call == CallName.ACCEPT
        ? addressFits(a)
        : call == CallName.IOCTL ? withinRoom(a) : a.answer();
  }

  /** man 2 recv, MSG_TRUNC: the caller sees the real length; what is copied fits. */
  private static Fields copyFits(Answered a) {
    long copied = a.clamp(TRUNCATED_COPY_FITS, a.ret(), Counts.room(a));
    return copied == a.ret() ? a.answer() : a.answer().with(COPIED, copied);
  }

  /** man 2 accept: the address is cut to its buffer; the caller sees its real length. */
  private static Fields addressFits(Answered a) {
    long length = a.answer().get(ADDRLEN);
    long copied = a.clamp(ADDRESS_COPY_FITS, length, a.argument(ADDRLEN));
    return copied == length ? a.answer() : a.answer().with(COPIED, copied);
  }

  /** man 2 nanosleep, select: no more time remains than there was. */
  private static Fields remaining(Answered a) {
    if (!a.answer().has(REMAINING_US)) {
      return a.answer();
    }
    long remaining = a.answer().get(REMAINING_US);
    return a.answer()
        .with(REMAINING_US, a.clamp(REMAINING_AT_MOST_ASKED, remaining, a.argument(TIMEOUT_US)));
  }

  /** A size from outside, before room is taken for it. */
  private static Fields withinRoom(Answered a) {
    long value = a.answer().get(VALUE);
    return a.answer().with(VALUE, a.clamp(SIZE_WITHIN_ROOM, value, a.argument(COUNT)));
  }
}
