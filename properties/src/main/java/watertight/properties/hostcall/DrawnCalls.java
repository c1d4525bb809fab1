package watertight.properties.hostcall;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Region;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Words;

/** Calls with arguments that make sense, and what the enclave remembers when it makes them. */
final class DrawnCalls {
  static final long BUF = 0x10001000L;
  static final long CONTROL = 0x10003000L;
  static final long LIVE = 0x70000000L;
  static final long TOKEN = 0x10004000L;
  static final Picture PICTURE =
      new Picture(
          Words.LINUX,
          Range.upTo(0x10000000L, 0x20000000L),
          List.of(
              new Region("stack", Range.upTo(0x1fff0000L, 0x20000000L)),
              new Region("buffers", Range.upTo(BUF, 0x10004000L)),
              new Region("objects", Range.upTo(TOKEN, 0x10005000L))));

  private static final long PAGE = 4096;

  /** Each call as often as its answer has fields. */
  private static final List<CallName> CALLS =
      Arrays.stream(CallName.values())
          .flatMap(call -> Collections.nCopies(call.answers().size(), call).stream())
          .toList();

  /** The heap ends far from all, or just below the enclave, a mapping, the end of memory. */
  private static final List<Remembered> REMEMBERED =
      LongStream.of(0x60000000L, 0x0ffff000L, LIVE - PAGE, -PAGE)
          .mapToObj(DrawnCalls::remembered)
          .toList();

  private DrawnCalls() {}

  static HostCall call(Random random) {
    CallName name = CALLS.get(random.nextInt(CALLS.size()));
    Fields arguments = Fields.NONE;
    for (Field field : name.arguments()) {
      arguments = arguments.with(field, argument(name, field, random));
    }
    return new HostCall(name, arguments);
  }

  private static long argument(CallName name, Field field, Random random) {
    return switch (field) {
      case BUF -> BUF;
      case CONTROL -> CONTROL;
      case ADDR -> name == CallName.BRK ? 0 : name == CallName.MMAP ? LIVE + 4 * PAGE : LIVE;
      case GROW -> random.nextInt(4) == 0 ? 0 : PAGE;
      case SIZE ->
          name.returnsAddress() || name == CallName.MUNMAP
              ? PAGE * (1 + random.nextInt(4)) + random.nextInt(2)
              : random.nextInt(65);
      case OLD_SIZE -> PAGE;
      case FLAGS -> flags(name, random);
      case COUNT, CONTROLLEN, ADDRLEN, OPTLEN -> random.nextInt(65);
      case IOV0, IOV1, OFFSET, TIMEOUT_US -> random.nextInt(33);
      case FD -> 3;
      case WHENCE -> random.nextInt(3);
      case CMD -> random.nextBoolean() ? Constants.F_DUPFD : Constants.F_SETFD;
      case NEW, EVENTS0 -> random.nextInt(8);
      case MIN -> random.nextInt(33);
      case NFDS -> 1 + random.nextInt(3);
      case SET -> random.nextInt(32);
      case MAXEVENTS -> 1 + random.nextInt(4);
      case CLOCK -> random.nextInt(3);
      case OP -> random.nextInt(2);
      case OPTIONS -> random.nextInt(4);
      case VAL -> random.nextInt(5);
      case PID -> random.nextBoolean() ? -1 : 5;
      case RET,
          CONTENT,
          ST_SIZE,
          RECLEN0,
          RECLEN1,
          NUL,
          FD0,
          FD1,
          CMSG_LEN,
          PTR,
          REVENTS0,
          REMAINING_US,
          DATA0,
          NS,
          NSEC,
          VALUE,
          COPIED ->
          0;
    };
  }

  private static long flags(CallName name, Random random) {
    if (random.nextBoolean()) {
      return 0;
    }
    return switch (name) {
      case MMAP -> Constants.MAP_FIXED;
      case MREMAP -> Constants.MREMAP_MAYMOVE;
      case RECV, RECVMSG -> Constants.MSG_TRUNC;
      case BRK,
          MUNMAP,
          OPEN,
          READ,
          WRITE,
          PREAD,
          PWRITE,
          READV,
          WRITEV,
          LSEEK,
          GETDENTS,
          STAT,
          READLINK,
          FCNTL,
          DUP2,
          PIPE,
          GETCWD,
          SENDFILE,
          SEND,
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
          0;
    };
  }

  static Remembered remembered(Random random) {
    return REMEMBERED.get(random.nextInt(REMEMBERED.size()));
  }

  private static Remembered remembered(long breakAt) {
    return Remembered.NOTHING
        .withLive(List.of(new Range(LIVE, PAGE), new Range(LIVE + 2 * PAGE, PAGE)))
        .withDescriptors(Set.of(0L, 1L, 2L, 3L))
        .withTokens(Set.of(TOKEN))
        .withChildren(Set.of(5L, 6L))
        .withBreak(breakAt)
        .withLastNs(1_000_000)
        .withPid(7);
  }
}
