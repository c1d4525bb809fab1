package watertight.model.enclave.hostcall.posix;

import static watertight.model.enclave.hostcall.Field.*;

import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Words;

/**
 * What each call promises to whoever makes it: RETURN VALUE and ERRORS of its manual page.
 *
 * @param words how large words are
 */
public record Promises(Words words) {
  /** Whether the caller may see this. */
  public boolean allow(HostCall call, Fields seen, Remembered knew) {
    long ret = seen.get(RET);
    if (call.name() == CallName.BRK) {
      return new MemoryPromises(words, call, knew).brk(ret);
    }
    if (ret >= -words.errors() && ret < 0) {
      return Failures.has(-ret, call.name()) && sleptNoLonger(call, seen);
    }
    return switch (call.name()) {
      case BRK -> throw new IllegalStateException("brk has no errors");
      case MMAP -> new MemoryPromises(words, call, knew).mmap(ret);
      case MREMAP -> new MemoryPromises(words, call, knew).mremap(ret);
      case READ, PREAD, WRITE, PWRITE, READLINK, GETRANDOM -> upTo(ret, call.argument(COUNT));
      case SEND -> upTo(ret, call.argument(SIZE));
      case RECV -> isTruncating(call) ? ret >= 0 : upTo(ret, call.argument(SIZE));
      case READV, WRITEV -> upTo(ret, call.vectors());
      case RECVMSG -> message(call, seen);
      case MUNMAP -> ret == 0;
      case GETSOCKOPT -> ret == 0 && upTo(seen.get(OPTLEN), call.argument(OPTLEN));
      case IOCTL -> ret == 0;
      case STAT -> ret == 0 && seen.get(ST_SIZE) >= 0;
      case LSEEK -> ret >= 0 && (call.argument(WHENCE) != 0 || ret == call.argument(OFFSET));
      case GETDENTS -> upTo(ret, call.argument(COUNT)) && records(ret, seen);
      case GETCWD -> upTo(ret, call.argument(SIZE)) && name(ret, seen);
      case SENDFILE ->
          upTo(ret, call.argument(COUNT))
              && seen.get(OFFSET) == words.word(call.argument(OFFSET) + ret);
      case OPEN -> isFresh(ret, knew);
      case ACCEPT -> isFresh(ret, knew) && upTo(seen.get(ADDRLEN), Constants.SOCKADDR_STORAGE);
      case FCNTL -> duplicate(call, ret, knew);
      case DUP2 -> ret == call.argument(NEW);
      case PIPE -> ret == 0 && ends(seen, knew);
      case POLL -> new WaitPromises(words, call).poll(ret, seen);
      case SELECT -> new WaitPromises(words, call).select(ret, seen);
      case EPOLL_WAIT -> new WaitPromises(words, call).epoll(ret, seen, knew);
      case CLOCK_GETTIME -> ret == 0 && time(call, seen, knew);
      case NANOSLEEP -> ret == 0 && sleptNoLonger(call, seen);
      case FUTEX -> call.argument(OP) == 0 ? ret == 0 : upTo(ret, woken(call.argument(VAL)));
      case WAIT4 -> child(call, ret, knew);
      case GETPID -> ret > 0 && (knew.pid().isEmpty() || knew.pid().getAsLong() == ret);
    };
  }

  /** One is woken even when none was asked for; kernel/futex/waketest.c. */
  private static long woken(long asked) {
    return asked == 0 ? 1 : asked;
  }

  /** From 0 to {@code most}, which is a size. */
  static boolean upTo(long value, long most) {
    return value >= 0 ? most < 0 || value <= most : most < 0 && value <= most;
  }

  private static boolean isTruncating(HostCall call) {
    return (call.argument(FLAGS) & Constants.MSG_TRUNC) == Constants.MSG_TRUNC;
  }

  /** msg_controllen is a value-result argument; each cmsghdr lies within it. */
  private static boolean message(HostCall call, Fields seen) {
    long ret = seen.get(RET);
    return (isTruncating(call) ? ret >= 0 : upTo(ret, call.vectors()))
        && upTo(seen.get(CONTROLLEN), call.argument(CONTROLLEN))
        && upTo(seen.get(CMSG_LEN), seen.get(CONTROLLEN));
  }

  /** One record that fills the bytes, or two that do. */
  private static boolean records(long ret, Fields seen) {
    if (ret == 0 || !seen.has(RECLEN0)) {
      return true;
    }
    long first = seen.get(RECLEN0);
    long second = seen.get(RECLEN1);
    boolean one = first == ret;
    boolean two = first > 0 && second > 0 && first < ret && second == ret - first;
    return one || two;
  }

  /** A slash at least, and the null byte last. */
  private static boolean name(long ret, Fields seen) {
    return ret > 1 && (!seen.has(NUL) || seen.get(NUL) + 1 == ret);
  }

  /** A non-negative int that was not open. */
  private boolean isFresh(long fd, Remembered knew) {
    return fd >= 0 && fd < 1L << (words.intBits() - 1) && !knew.descriptors().contains(fd);
  }

  private boolean duplicate(HostCall call, long ret, Remembered knew) {
    return call.argument(CMD) == Constants.F_DUPFD
        ? isFresh(ret, knew) && ret >= call.argument(MIN)
        : ret == 0;
  }

  private boolean ends(Fields seen, Remembered knew) {
    long one = seen.get(FD0);
    long other = seen.get(FD1);
    return one != other && isFresh(one, knew) && isFresh(other, knew);
  }

  /** Each clock runs by itself; the monotonic one does not run back. */
  private static boolean time(HostCall call, Fields seen, Remembered knew) {
    long nsec = seen.get(NSEC);
    boolean steady = call.argument(CLOCK) == Constants.CLOCK_MONOTONIC;
    boolean back = knew.lastNs().isPresent() && seen.get(NS) < knew.lastNs().getAsLong();
    return nsec >= 0 && nsec < Constants.NANOSECONDS && !(steady && back);
  }

  private static boolean sleptNoLonger(HostCall call, Fields seen) {
    Field left = REMAINING_US;
    return !seen.has(left) || upTo(seen.get(left), call.argument(TIMEOUT_US));
  }

  /** options is an OR of flags: WNOHANG counts whatever stands beside it. */
  private static boolean child(HostCall call, long ret, Remembered knew) {
    if (ret == 0) {
      return (call.argument(OPTIONS) & Constants.WNOHANG) != 0;
    }
    long asked = call.argument(PID);
    return knew.children().contains(ret) && (asked <= 0 || ret == asked);
  }
}
