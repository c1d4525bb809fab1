package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.Optional;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostcallGuards;

/** What is ready: how many, for what, and whose. */
final class Ready {
  private Ready() {}

  /** man 2 poll, epoll_wait: a reader of so many entries must stay within the array. */
  static Optional<HostcallGuards> atMostAsked(Answered a) {
    boolean poll = a.call().name() == CallName.POLL;
    return a.atMost(READY_AT_MOST_ASKED, a.ret(), a.argument(poll ? NFDS : MAXEVENTS));
  }

  /** man 2 poll, select: who looks for the n marked entries must find n. */
  static Optional<HostcallGuards> asMarked(Answered a) {
    long slack = a.slack(READY_AS_MARKED);
    boolean other = a.call().name() == CallName.POLL ? otherEntries(a, slack) : otherBits(a);
    return a.refuse(READY_AS_MARKED, other);
  }

  /** With no entry at all poll only waits. */
  private static boolean otherEntries(Answered a, long slack) {
    long marked = a.answer().get(REVENTS0) == 0 ? 0 : 1;
    long others = a.argument(NFDS) == 0 ? 0 : a.argument(NFDS) - 1;
    return a.answer().has(REVENTS0) && (a.ret() < marked || a.ret() - marked > others + slack);
  }

  /** man 2 select: the first nfds descriptors of a set are checked; the kernel has no others. */
  private static boolean otherBits(Answered a) {
    long marked = Long.bitCount(a.words().unsigned(a.answer().get(SET)) & watched(a));
    return a.answer().has(SET) && a.ret() != marked;
  }

  private static long watched(Answered a) {
    return a.argument(NFDS) >= Long.SIZE ? -1 : (1L << a.argument(NFDS)) - 1;
  }

  /** man 2 poll: revents has what was asked for in events, and POLLERR, POLLHUP, POLLNVAL. */
  static Optional<HostcallGuards> wereAsked(Answered a) {
    boolean poll = a.call().name() == CallName.POLL;
    long got = a.answer().get(poll ? REVENTS0 : SET);
    long asked = poll ? a.argument(EVENTS0) | Constants.POLL_UNASKED : a.argument(SET);
    return a.refuse(EVENTS_WERE_ASKED, (got & ~asked) != 0);
  }

  /** man 2 epoll_ctl: data is what was registered; a pointer that the host made up is not. */
  static Optional<HostcallGuards> tokenGiven(Answered a) {
    boolean given = a.knew().tokens().contains(a.answer().get(DATA0));
    return a.refuse(TOKEN_WAS_GIVEN, a.ret() != 0 && a.answer().has(DATA0) && !given);
  }
}
