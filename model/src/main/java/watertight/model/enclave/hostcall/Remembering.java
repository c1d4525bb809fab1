package watertight.model.enclave.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the enclave remembers after a call that was answered.
 *
 * @param words how large words are
 */
public record Remembering(Words words) {
  /** What it remembers once {@code call} was answered so. */
  public Remembered after(HostCall call, Fields answer, Remembered knew) {
    long ret = answer.get(RET);
    if (call.name() != CallName.BRK && words.isError(ret)) {
      return knew;
    }
    return switch (call.name()) {
      case BRK -> heap(knew, ret).withBreak(ret);
      case MMAP -> mapped(knew, pages(ret, call.argument(SIZE)));
      case MUNMAP -> knew.without(words, pages(call.argument(ADDR), call.argument(SIZE)));
      case MREMAP ->
          mapped(
              knew.without(words, pages(call.argument(ADDR), call.argument(OLD_SIZE))),
              pages(ret, call.argument(SIZE)));
      case OPEN, ACCEPT -> knew.andDescriptor(words.toInt(ret));
      case FCNTL ->
          call.name().returnsDescriptor(call) ? knew.andDescriptor(words.toInt(ret)) : knew;
      case DUP2 -> knew.andDescriptor(call.argument(NEW));
      case PIPE -> knew.andDescriptor(answer.get(FD0)).andDescriptor(answer.get(FD1));
      case CLOCK_GETTIME ->
          call.argument(CLOCK) == Constants.CLOCK_MONOTONIC
              ? knew.withLastNs(answer.get(NS))
              : knew;
      case WAIT4 -> mayLive(call) ? knew : waited(knew, ret);
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

  /** man 2 brk: what lies between the old break and a higher one is memory that was given. */
  private Remembered heap(Remembered knew, long ret) {
    long at = knew.breakAt().orElse(ret);
    return Words.below(at, ret) ? knew.and(Range.upTo(at, ret)) : knew;
  }

  /** man 2 mmap, MAP_FIXED: what was there before is discarded. */
  private Remembered mapped(Remembered knew, Range got) {
    return knew.without(words, got).and(got);
  }

  /** man 2 munmap: all pages that contain a part of the range. */
  private Range pages(long start, long length) {
    return new Range(start, words.word((length + words.page() - 1) & -words.page()));
  }

  /** man 2 wait, WUNTRACED and WCONTINUED: one that stopped or went on is still a child. */
  private static boolean mayLive(HostCall call) {
    return (call.argument(OPTIONS) & (Constants.WUNTRACED | Constants.WCONTINUED)) != 0;
  }

  private static Remembered waited(Remembered knew, long child) {
    Set<Long> left = new TreeSet<>(knew.children());
    left.remove(child);
    return knew.withChildren(left);
  }
}
