package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.Optional;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Words;

/** What comes beside the bytes of a message: lengths and a pointer in a structure of the host. */
final class Messages {
  private Messages() {}

  /** man 2 recvmsg: msg_controllen is at most what it was. */
  static Optional<HostcallGuards> controlFits(Answered a) {
    return a.atMost(CONTROL_AT_MOST_GIVEN, a.answer().get(CONTROLLEN), a.argument(CONTROLLEN));
  }

  /** man 3 cmsg: CMSG_NXTHDR adds cmsg_len, so it must stay within msg_controllen. */
  static Optional<HostcallGuards> controlMessageWithin(Answered a) {
    return a.atMost(CONTROL_MESSAGE_WITHIN, a.answer().get(CMSG_LEN), a.answer().get(CONTROLLEN));
  }

  /** A pointer that the host gives must miss the enclave with all that is copied from there. */
  static Optional<HostcallGuards> dataOutside(Answered a) {
    if (!a.answer().has(PTR)) {
      return Optional.empty();
    }
    long start = a.answer().get(PTR);
    long length = Words.below(Counts.room(a), a.ret()) ? Counts.room(a) : a.ret();
    long end = a.words().plus(start, length);
    boolean wraps = Words.below(end, start);
    boolean inside =
        Words.below(start, a.picture().enclave().end(a.words()))
            && Words.below(a.picture().enclave().start() + a.slack(DATA_OUTSIDE_ENCLAVE), end);
    return a.refuse(DATA_OUTSIDE_ENCLAVE, length != 0 && (wraps || inside));
  }

  /** man 7 socket: struct sockaddr_storage holds every address. */
  static Optional<HostcallGuards> addressAtMostStorage(Answered a) {
    return a.atMost(ADDRESS_AT_MOST_STORAGE, a.answer().get(ADDRLEN), Constants.SOCKADDR_STORAGE);
  }

  /** man 2 getsockopt: optlen is at most what it was. */
  static Optional<HostcallGuards> optionFits(Answered a) {
    return a.atMost(OPTION_AT_MOST_GIVEN, a.answer().get(OPTLEN), a.argument(OPTLEN));
  }
}
