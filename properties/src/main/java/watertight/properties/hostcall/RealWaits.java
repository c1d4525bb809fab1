package watertight.properties.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.List;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.Fields;
import watertight.properties.hostcall.RealWorld.Kind;

/** Calls that wait: for descriptors, time, other tasks; and clocks, numbers, random bytes. */
final class RealWaits {
  private static final int LONGEST_US = 600;
  private static final int CHILDREN = 4;

  private final Draw draw;

  RealWaits(Draw draw) {
    this.draw = draw;
  }

  private long anyDescriptor() {
    return draw.fd(Kind.PIPE, Kind.SOCKET, Kind.LISTENER, Kind.FILE);
  }

  private long time() {
    return draw.once(3) ? 0 : draw.upTo(LONGEST_US);
  }

  RealStep poll() {
    long entries = draw.once(12) ? draw.one(101L, -1L) : draw.upTo(3);
    Fields asked =
        Fields.NONE
            .with(BUF, draw.buffer())
            .with(NFDS, entries)
            .with(EVENTS0, draw.upTo(7) | (draw.once(4) ? 0x2140 : 0))
            .with(TIMEOUT_US, draw.once(20) ? -5 : time());
    return Calls.call(CallName.POLL, asked, anyDescriptor(), anyDescriptor(), anyDescriptor());
  }

  RealStep select() {
    long set = 0;
    for (long n = draw.upTo(4); n > 0; n--) {
      long fd = draw.one(draw.world.descriptors(Kind.PIPE, Kind.SOCKET, Kind.LISTENER, Kind.FILE));
      set |= fd < Long.SIZE ? 1L << fd : 0;
    }
    set |= draw.once(8) ? 1L << draw.upTo(63) : 0;
    long most = draw.once(8) ? draw.one(-1L, 0L, draw.upTo(64), 1000L) : 64;
    Fields asked = Fields.NONE.with(BUF, draw.buffer()).with(NFDS, most).with(SET, set);
    return Calls.call(CallName.SELECT, asked, time());
  }

  RealStep epollWait() {
    Fields asked =
        Fields.NONE
            .with(FD, draw.fd(Kind.EPOLL))
            .with(BUF, draw.buffer())
            .with(
                MAXEVENTS,
                draw.once(8) ? draw.one(0L, -1L, (long) Integer.MAX_VALUE) : 1 + draw.upTo(3));
    return Calls.call(CallName.EPOLL_WAIT, asked, draw.upTo(1));
  }

  RealStep register() {
    long token = draw.world.picture().enclave().start() + 0x90000 + 8 * draw.upTo(100);
    long watched = draw.one(draw.world.descriptors(Kind.PIPE, Kind.SOCKET, Kind.LISTENER));
    return RealSockets.deed(
        HostDeed.REGISTER, draw.one(draw.world.descriptors(Kind.EPOLL)), watched, token);
  }

  RealStep clockGettime() {
    long other = draw.once(8) ? draw.any() : draw.upTo(12);
    long clock = draw.once(2) ? Constants.CLOCK_MONOTONIC : other;
    return Calls.call(CallName.CLOCK_GETTIME, Fields.NONE.with(CLOCK, clock));
  }

  RealStep nanosleep() {
    return Calls.call(
        CallName.NANOSLEEP,
        Fields.NONE.with(TIMEOUT_US, draw.once(8) ? -3 : draw.upTo(LONGEST_US)));
  }

  /** Mostly with the value that stands there. */
  RealStep futex() {
    boolean waits = draw.once(2);
    long value = draw.upTo(3);
    Fields asked =
        Fields.NONE
            .with(OP, draw.once(12) ? 99 : waits ? Constants.FUTEX_WAIT : Constants.FUTEX_WAKE)
            .with(VAL, value);
    return Calls.call(
        CallName.FUTEX, asked, draw.once(4) ? value + 1 : value, draw.upTo(LONGEST_US));
  }

  RealStep fork() {
    return draw.world.knew().children().size() < CHILDREN
        ? RealSockets.deed(HostDeed.FORK, draw.upTo(3))
        : wait4();
  }

  RealStep wait4() {
    List<Long> children = List.copyOf(draw.world.knew().children());
    long pid =
        children.isEmpty() || draw.once(3)
            ? draw.one(-1L, -1L, 0L, 1L, (long) Integer.MIN_VALUE)
            : draw.one(children);
    long options =
        draw.once(10)
            ? 0x40
            : draw.upTo(1) | draw.one(0L, Constants.WUNTRACED, Constants.WCONTINUED);
    return Calls.call(CallName.WAIT4, Fields.NONE.with(PID, pid).with(OPTIONS, options));
  }

  RealStep getpid() {
    return Calls.call(CallName.GETPID, Fields.NONE);
  }

  RealStep getrandom() {
    return Calls.call(
        CallName.GETRANDOM,
        Fields.NONE.with(BUF, draw.buffer()).with(COUNT, draw.count()),
        draw.once(8) ? 0x80 : draw.upTo(2));
  }
}
