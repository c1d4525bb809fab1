package watertight.properties.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.stream.LongStream;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Fields;
import watertight.properties.hostcall.RealWorld.Kind;

/** Calls about sockets, and who is at their other end. */
final class RealSockets {
  static final long SOCK_STREAM = 1;
  static final long SOCK_DGRAM = 2;
  static final long SOCK_SEQPACKET = 5;
  static final long SOCK_NONBLOCK = 04000;
  private static final long MSG_OOB = 1;
  private static final long MSG_PEEK = 2;
  private static final long MSG_TRUNC = 0x20;
  private static final long MSG_DONTWAIT = 0x40;
  private static final long MSG_WAITALL = 0x100;
  private static final long MSG_ERRQUEUE = 0x2000;
  private static final long SOL_SOCKET = 1;
  private static final int LAST_OPTION = 82;

  /** Its value is a new descriptor: LIMITS. */
  private static final long SO_PEERPIDFD = 77;

  private final Draw draw;

  RealSockets(Draw draw) {
    this.draw = draw;
  }

  private long flags(Long... some) {
    long flags = draw.once(2) ? MSG_DONTWAIT : 0;
    for (long one : some) {
      flags |= draw.once(4) ? one : 0;
    }
    return flags;
  }

  private long socket() {
    return draw.fd(Kind.SOCKET);
  }

  RealStep send() {
    Fields asked =
        Fields.NONE
            .with(FD, socket())
            .with(BUF, draw.buffer())
            .with(SIZE, draw.count())
            .with(FLAGS, draw.once(12) ? MSG_OOB : flags());
    return Calls.call(CallName.SEND, asked);
  }

  RealStep recv() {
    Fields asked =
        Fields.NONE
            .with(FD, socket())
            .with(BUF, draw.buffer())
            .with(SIZE, draw.count())
            .with(FLAGS, receiving());
    return Calls.call(CallName.RECV, asked);
  }

  private long receiving() {
    return draw.once(12)
        ? draw.one(MSG_OOB, MSG_ERRQUEUE)
        : flags(MSG_TRUNC, MSG_TRUNC, MSG_PEEK, MSG_WAITALL);
  }

  RealStep recvmsg() {
    long start = draw.world.picture().enclave().start();
    Fields asked =
        Fields.NONE
            .with(FD, socket())
            .with(BUF, draw.buffer())
            .with(IOV0, draw.once(10) ? draw.count() : draw.upTo(8))
            .with(IOV1, draw.once(10) ? draw.count() : draw.upTo(8))
            .with(CONTROL, start + 0x80000)
            .with(CONTROLLEN, draw.once(3) ? 64 : draw.upTo(60))
            .with(FLAGS, receiving());
    return Calls.call(CallName.RECVMSG, asked);
  }

  RealStep accept() {
    long fd = draw.once(6) ? socket() : draw.fd(Kind.LISTENER);
    Fields asked =
        Fields.NONE
            .with(FD, fd)
            .with(BUF, draw.buffer())
            .with(ADDRLEN, draw.one(0L, 2L, 110L, 128L, draw.upTo(40)));
    return Calls.call(CallName.ACCEPT, asked);
  }

  RealStep getsockopt() {
    Fields asked =
        Fields.NONE
            .with(FD, draw.fd(Kind.SOCKET, Kind.LISTENER))
            .with(BUF, draw.buffer())
            .with(OPTLEN, draw.upTo(24));
    long level = draw.once(8) ? draw.one(0L, 6L, 41L, 999L) : SOL_SOCKET;
    long option = draw.upTo(LAST_OPTION);
    return Calls.call(CallName.GETSOCKOPT, asked, level, option == SO_PEERPIDFD ? 0 : option);
  }

  RealStep sockets() {
    long type = draw.one(SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET);
    return deed(HostDeed.SOCKETS, type | (draw.once(3) ? 0 : SOCK_NONBLOCK));
  }

  RealStep listen() {
    return deed(HostDeed.LISTEN, draw.once(2) ? 0 : SOCK_NONBLOCK, draw.world.listeners());
  }

  RealStep connect() {
    return deed(HostDeed.CONNECT, draw.upTo(draw.world.listeners()), draw.upTo(1));
  }

  RealStep sendControl() {
    return deed(HostDeed.SEND_CONTROL, draw.one(draw.world.descriptors(Kind.SOCKET)));
  }

  static RealStep deed(HostDeed deed, long... arguments) {
    return new RealStep.Deed(deed, LongStream.of(arguments).boxed().toList());
  }
}
