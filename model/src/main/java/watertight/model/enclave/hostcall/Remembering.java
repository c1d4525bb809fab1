package watertight.model.enclave.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the enclave remembers after a call that was answered.
 *
 * @param words how large words are
 */
record Remembering(Words words) {
  Remembered after(HostCall call, Fields answer, Remembered knew) {
    long ret = answer.get(RET);
    if (call.name() != CallName.BRK && words.isError(ret)) {
      return knew;
    }
    return switch (call.name()) {
      case BRK -> knew.withBreak(ret);
      case MMAP -> knew.and(new Range(ret, call.argument(SIZE)));
      case MUNMAP -> without(knew, call);
      case MREMAP -> without(knew, call).and(new Range(ret, call.argument(SIZE)));
      case OPEN, ACCEPT -> knew.andDescriptor(words.toInt(ret));
      case FCNTL ->
          call.name().returnsDescriptor(call) ? knew.andDescriptor(words.toInt(ret)) : knew;
      case DUP2 -> knew.andDescriptor(call.argument(NEW));
      case PIPE -> knew.andDescriptor(answer.get(FD0)).andDescriptor(answer.get(FD1));
      case CLOCK_GETTIME ->
          call.argument(CLOCK) == Constants.CLOCK_MONOTONIC
              ? knew.withLastNs(answer.get(NS))
              : knew;
      case WAIT4 -> waited(knew, ret);
      case GETPID -> knew.withPid(ret);
      case READ,
          WRITE,
          PREAD,
          PWRITE,
          READV,
          WRITEV,
          LSEEK,
          GETDENTS,
          STAT,
          READLINK,
          GETCWD,
          SENDFILE,
          SEND,
          RECV,
          RECVMSG,
          GETSOCKOPT,
          POLL,
          SELECT,
          EPOLL_WAIT,
          NANOSLEEP,
          FUTEX,
          GETRANDOM,
          IOCTL ->
          knew;
    };
  }

  private static Remembered without(Remembered knew, HostCall call) {
    List<Range> left = new ArrayList<>(knew.live());
    left.removeIf(range -> range.start() == call.argument(ADDR));
    return knew.withLive(left);
  }

  private static Remembered waited(Remembered knew, long child) {
    Set<Long> left = new TreeSet<>(knew.children());
    left.remove(child);
    return knew.withChildren(left);
  }
}
