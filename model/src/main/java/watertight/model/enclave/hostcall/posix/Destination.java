package watertight.model.enclave.hostcall.posix;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.ArrayList;
import java.util.List;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;

/** What of the enclave's memory a call may write, and what it may hand out: the caller's word. */
public final class Destination {
  private Destination() {}

  /** The bytes that the caller gave to be written. */
  public static List<Range> writable(HostCall call, Remembered knew) {
    List<Range> given = new ArrayList<>();
    long buf = call.argument(BUF);
    for (Field length : List.of(COUNT, SIZE, ADDRLEN, OPTLEN, NFDS, MAXEVENTS)) {
      if (call.arguments().has(length) && call.arguments().has(BUF)) {
        given.add(new Range(buf, call.argument(length)));
      }
    }
    given.add(new Range(buf, call.vectors()));
    given.add(new Range(call.argument(CONTROL), call.argument(CONTROLLEN)));
    if (call.name() == CallName.EPOLL_WAIT) {
      knew.tokens().forEach(token -> given.add(new Range(token, 1)));
    }
    return given;
  }

  /** The bytes that the caller gave to be sent. */
  public static List<Range> readable(HostCall call) {
    return switch (call.name()) {
      case WRITE, PWRITE -> List.of(new Range(call.argument(BUF), call.argument(COUNT)));
      case SEND -> List.of(new Range(call.argument(BUF), call.argument(SIZE)));
      case WRITEV -> List.of(new Range(call.argument(BUF), call.vectors()));
      case BRK,
          MMAP,
          MUNMAP,
          MREMAP,
          OPEN,
          READ,
          PREAD,
          READV,
          LSEEK,
          GETDENTS,
          STAT,
          READLINK,
          FCNTL,
          DUP2,
          PIPE,
          GETCWD,
          SENDFILE,
          RECV,
          RECVMSG,
          ACCEPT,
          GETSOCKOPT,
          POLL,
          SELECT,
          EPOLL_WAIT,
          CLOCK_GETTIME,
          NANOSLEEP,
          FUTEX,
          WAIT4,
          GETPID,
          GETRANDOM,
          IOCTL ->
          List.of();
    };
  }
}
