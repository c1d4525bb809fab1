package watertight.model.enclave.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What a host that does not lie may answer: one answer to each call. It stands in untrusted memory
 * until the host writes something else there.
 *
 * @param picture what lies where
 */
public record Honest(Picture picture) {
  /**
   * An honest answer.
   *
   * @param written what the enclave wrote last, for whoever reads it back
   * @param turn the number of the call, which is what is new each time
   */
  public Fields answer(HostCall call, Remembered knew, long written, long turn) {
    Fields zero = Fields.of(Map.of(RET, 0L));
    return switch (call.name()) {
      case BRK -> zero.with(RET, grant(call, knew));
      case MMAP -> zero.with(RET, place(call, knew));
      case MREMAP -> zero.with(RET, resized(call, knew));
      case MUNMAP, READV, READLINK, RECV, FUTEX -> zero;
      case OPEN -> zero.with(RET, free(knew.descriptors(), 0));
      case READ, PREAD ->
          zero.with(RET, written == 0 ? 0 : call.argument(COUNT)).with(CONTENT, written);
      case GETRANDOM -> zero.with(RET, call.argument(COUNT)).with(CONTENT, turn + 1);
      case WRITE, PWRITE -> zero.with(RET, call.argument(COUNT));
      case SEND -> zero.with(RET, call.argument(SIZE));
      case WRITEV -> zero.with(RET, call.vectors());
      case LSEEK -> zero.with(RET, call.argument(OFFSET));
      case GETDENTS -> zero.with(RECLEN0, 0).with(RECLEN1, 0);
      case STAT -> zero.with(ST_SIZE, 0);
      case FCNTL ->
          zero.with(
              RET,
              call.name().returnsDescriptor(call)
                  ? free(knew.descriptors(), call.argument(MIN))
                  : 0);
      case DUP2 -> zero.with(RET, call.argument(NEW));
      case PIPE -> pipe(zero, knew);
      case GETCWD -> zero.with(RET, 2).with(NUL, 1);
      case SENDFILE -> zero.with(OFFSET, call.argument(OFFSET));
      case RECVMSG ->
          zero.with(CONTROLLEN, 0).with(CMSG_LEN, 0).with(PTR, picture.enclave().end(words()));
      case ACCEPT -> zero.with(RET, free(knew.descriptors(), 0)).with(ADDRLEN, 0);
      case GETSOCKOPT -> zero.with(OPTLEN, call.argument(OPTLEN));
      case POLL -> zero.with(REVENTS0, 0).with(REMAINING_US, 0);
      case SELECT -> zero.with(SET, 0);
      case EPOLL_WAIT -> zero.with(DATA0, knew.tokens().stream().findFirst().orElse(0L));
      case CLOCK_GETTIME -> zero.with(NS, knew.lastNs().orElse(0)).with(NSEC, 0);
      case NANOSLEEP -> zero.with(REMAINING_US, 0);
      case WAIT4 ->
          zero.with(
              RET, knew.children().stream().findFirst().orElse((long) -HostErrno.ECHILD.number()));
      case GETPID -> zero.with(RET, knew.pid().orElse(2));
      case IOCTL -> zero.with(VALUE, 0);
    };
  }

  private Words words() {
    return picture.words();
  }

  /** The break as it is, or as it is asked for where that is not below and there is room. */
  private long grant(HostCall call, Remembered knew) {
    long at = knew.breakAt().orElseGet(() -> place(knew));
    long asked = Consumer.asked(words(), call, knew);
    return Words.below(asked, at) || !isFree(Range.upTo(at, asked), knew) ? at : asked;
  }

  /** Where it is, if there is room; else elsewhere, if it may move. */
  private long resized(HostCall call, Remembered knew) {
    Range old = new Range(call.argument(ADDR), call.argument(OLD_SIZE));
    if (isFree(new Range(old.start(), call.argument(SIZE)), knew.without(words(), old))) {
      return old.start();
    }
    return call.hasFlag(Constants.MREMAP_MAYMOVE) ? place(knew) : -HostErrno.ENOMEM.number();
  }

  private boolean isFree(Range range, Remembered knew) {
    List<Span> spans = range.spans(words());
    List<Span> taken = new ArrayList<>(picture.enclave().spans(words()));
    knew.live().forEach(live -> taken.addAll(live.spans(words())));
    return Span.beside(spans, taken).equals(spans);
  }

  private long place(HostCall call, Remembered knew) {
    return call.hasFlag(Constants.MAP_FIXED) ? call.argument(ADDR) : place(knew);
  }

  /** The first page behind the enclave and every mapping. */
  private long place(Remembered knew) {
    long end = picture.enclave().end(words());
    for (Range live : knew.live()) {
      end = Words.below(end, live.end(words())) ? live.end(words()) : end;
    }
    return words().word((end + words().page() - 1) & -words().page());
  }

  private static long free(Set<Long> open, long least) {
    OptionalLong first =
        LongStream.iterate(least, fd -> fd + 1).filter(fd -> !open.contains(fd)).findFirst();
    return first.getAsLong();
  }

  private static Fields pipe(Fields zero, Remembered knew) {
    long first = free(knew.descriptors(), 0);
    return zero.with(FD0, first).with(FD1, free(knew.descriptors(), first + 1));
  }
}
