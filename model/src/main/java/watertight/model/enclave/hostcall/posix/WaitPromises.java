package watertight.model.enclave.hostcall.posix;

import static watertight.model.enclave.hostcall.Field.*;

import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Words;

/**
 * What is ready is what was asked about.
 *
 * @param words how large words are
 * @param call the call
 */
record WaitPromises(Words words, HostCall call) {
  private static final long POLLERR = 0x8;
  private static final long POLLHUP = 0x10;
  private static final long POLLNVAL = 0x20;

  boolean poll(long ret, Fields seen) {
    long revents = seen.get(REVENTS0);
    long possible = call.argument(EVENTS0) | POLLERR | POLLHUP | POLLNVAL;
    boolean counted = !seen.has(REVENTS0) || isCount(ret, revents != 0);
    boolean left =
        !seen.has(REMAINING_US) || Promises.upTo(seen.get(REMAINING_US), call.argument(TIMEOUT_US));
    return Promises.upTo(ret, call.argument(NFDS))
        && counted
        && (revents | possible) == possible
        && left;
  }

  /** The number of entries that are marked: the first, and any of the others. */
  private boolean isCount(long ret, boolean first) {
    long entries = call.argument(NFDS);
    return first ? ret >= 1 && ret <= entries : ret == 0 || (ret > 0 && ret < entries);
  }

  boolean select(long ret, Fields seen) {
    long set = seen.get(SET);
    long bits = 0;
    for (long fd = 0; fd < Math.min(call.argument(NFDS), words.bits()); fd++) {
      bits += set >> fd & 1;
    }
    return ret == bits && (set | call.argument(SET)) == call.argument(SET);
  }

  boolean epoll(long ret, Fields seen, Remembered knew) {
    return Promises.upTo(ret, call.argument(MAXEVENTS))
        && (ret == 0 || !seen.has(DATA0) || knew.tokens().contains(seen.get(DATA0)));
  }
}
