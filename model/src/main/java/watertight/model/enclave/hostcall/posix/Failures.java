package watertight.model.enclave.hostcall.posix;

import static watertight.model.enclave.hostcall.CallName.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.HostErrno;

/** Which calls may fail so: the ERRORS of the manual pages, sorted by error. */
final class Failures {
  private static final Set<CallName> ON_ANY_DESCRIPTOR =
      EnumSet.of(
          READ,
          PREAD,
          READV,
          WRITE,
          PWRITE,
          WRITEV,
          LSEEK,
          GETDENTS,
          FCNTL,
          DUP2,
          SENDFILE,
          SEND,
          RECV,
          RECVMSG,
          ACCEPT,
          GETSOCKOPT,
          SELECT,
          EPOLL_WAIT,
          IOCTL,
          MMAP,
          OPEN,
          STAT);
  private static final Set<CallName> WITHOUT_A_POINTER =
      EnumSet.of(BRK, MMAP, MUNMAP, LSEEK, FCNTL, DUP2, SELECT, WAIT4, GETPID);
  private static final Set<CallName> OF_BYTES =
      EnumSet.of(READ, PREAD, READV, WRITE, PWRITE, WRITEV);

  /** What goes out of sendfile is written. */
  private static final Set<CallName> OUT = EnumSet.of(WRITE, PWRITE, WRITEV, SENDFILE);

  private static final Set<CallName> IN = EnumSet.of(READ, PREAD, READV);
  private static final Set<CallName> MESSAGES = EnumSet.of(SEND, RECV, RECVMSG);
  private static final Set<CallName> BY_NAME = EnumSet.of(OPEN, STAT, READLINK);

  private static final Map<HostErrno, Set<CallName>> CALLS =
      Map.ofEntries(
          Map.entry(HostErrno.EPERM, and(OUT, MMAP, OPEN, ACCEPT)),
          Map.entry(HostErrno.ENOENT, and(BY_NAME, GETDENTS, GETCWD)),
          Map.entry(HostErrno.ESRCH, EnumSet.of(WAIT4)),
          Map.entry(
              HostErrno.EINTR,
              and(
                  and(OF_BYTES, SEND, RECV, RECVMSG, ACCEPT),
                  OPEN,
                  DUP2,
                  POLL,
                  SELECT,
                  EPOLL_WAIT,
                  NANOSLEEP,
                  FUTEX,
                  WAIT4,
                  GETRANDOM,
                  SENDFILE)),
          Map.entry(HostErrno.EIO, and(OF_BYTES, READLINK, SENDFILE)),
          Map.entry(HostErrno.ENXIO, EnumSet.of(PREAD, PWRITE, OPEN, LSEEK)),
          Map.entry(HostErrno.EBADF, ON_ANY_DESCRIPTOR),
          Map.entry(HostErrno.ECHILD, EnumSet.of(WAIT4)),
          Map.entry(
              HostErrno.EAGAIN,
              and(
                  and(OF_BYTES, SEND, RECV, RECVMSG, ACCEPT),
                  MMAP,
                  MREMAP,
                  OPEN,
                  SENDFILE,
                  FUTEX,
                  GETRANDOM)),
          Map.entry(
              HostErrno.ENOMEM,
              and(
                  and(
                      MESSAGES, MMAP, MUNMAP, MREMAP, OPEN, READ, PREAD, READV, WRITE, PWRITE,
                      WRITEV),
                  STAT,
                  READLINK,
                  GETCWD,
                  SENDFILE,
                  ACCEPT,
                  POLL,
                  SELECT)),
          Map.entry(HostErrno.EACCES, and(BY_NAME, MMAP, GETCWD, SEND, FUTEX)),
          Map.entry(HostErrno.EFAULT, EnumSet.complementOf(EnumSet.copyOf(WITHOUT_A_POINTER))),
          Map.entry(HostErrno.EBUSY, EnumSet.of(OPEN, DUP2)),
          Map.entry(HostErrno.EEXIST, EnumSet.of(MMAP, OPEN)),
          Map.entry(HostErrno.ENODEV, EnumSet.of(MMAP, OPEN, CLOCK_GETTIME)),
          Map.entry(HostErrno.ENOTDIR, and(BY_NAME, GETDENTS)),
          Map.entry(HostErrno.EISDIR, and(IN, OPEN)),
          Map.entry(HostErrno.EINVAL, EnumSet.complementOf(EnumSet.of(BRK, DUP2, GETPID))),
          Map.entry(HostErrno.ENFILE, EnumSet.of(MMAP, OPEN, PIPE, ACCEPT)),
          Map.entry(HostErrno.EMFILE, EnumSet.of(OPEN, FCNTL, DUP2, PIPE, ACCEPT)),
          Map.entry(HostErrno.ENOTTY, EnumSet.of(IOCTL)),
          Map.entry(HostErrno.ETXTBSY, EnumSet.of(MMAP, OPEN)),
          Map.entry(HostErrno.EFBIG, and(OUT, OPEN)),
          Map.entry(HostErrno.ENOSPC, and(OUT, OPEN)),
          Map.entry(HostErrno.ESPIPE, EnumSet.of(PREAD, PWRITE, LSEEK, SENDFILE)),
          Map.entry(HostErrno.EROFS, EnumSet.of(OPEN)),
          Map.entry(HostErrno.EPIPE, and(OUT, SEND)),
          Map.entry(HostErrno.ERANGE, EnumSet.of(GETCWD, GETSOCKOPT)),
          Map.entry(HostErrno.ENAMETOOLONG, and(BY_NAME, GETCWD)),
          Map.entry(HostErrno.ENOSYS, EnumSet.of(FUTEX, GETRANDOM)),
          Map.entry(HostErrno.ELOOP, BY_NAME),
          Map.entry(HostErrno.EPROTO, EnumSet.of(ACCEPT)),
          Map.entry(
              HostErrno.EOVERFLOW, EnumSet.of(MMAP, OPEN, STAT, PREAD, PWRITE, LSEEK, SENDFILE)),
          Map.entry(HostErrno.ENOTSOCK, and(MESSAGES, ACCEPT, GETSOCKOPT)),
          Map.entry(HostErrno.EDESTADDRREQ, and(OUT, SEND)),
          Map.entry(HostErrno.EMSGSIZE, and(OUT, SEND)),
          Map.entry(HostErrno.ENOPROTOOPT, EnumSet.of(GETSOCKOPT, ACCEPT)),
          Map.entry(
              HostErrno.EOPNOTSUPP, EnumSet.of(OPEN, SEND, RECV, RECVMSG, ACCEPT, GETSOCKOPT)),
          Map.entry(HostErrno.ENETDOWN, EnumSet.of(ACCEPT)),
          Map.entry(HostErrno.ENETUNREACH, EnumSet.of(ACCEPT)),
          Map.entry(HostErrno.ECONNABORTED, EnumSet.of(ACCEPT)),
          Map.entry(HostErrno.ECONNRESET, and(OF_BYTES, SEND, RECV, RECVMSG, SENDFILE)),
          Map.entry(HostErrno.ENOBUFS, and(OUT, SEND, ACCEPT)),
          Map.entry(HostErrno.EISCONN, EnumSet.of(SEND)),
          Map.entry(HostErrno.ENOTCONN, and(OF_BYTES, SEND, RECV, RECVMSG, SENDFILE, GETSOCKOPT)),
          Map.entry(HostErrno.ETIMEDOUT, and(IN, RECV, RECVMSG, FUTEX)),
          Map.entry(HostErrno.ECONNREFUSED, and(OF_BYTES, SEND, RECV, RECVMSG, SENDFILE)),
          Map.entry(HostErrno.EHOSTUNREACH, EnumSet.of(ACCEPT)),
          Map.entry(HostErrno.EALREADY, EnumSet.of(SEND)),
          Map.entry(HostErrno.EDQUOT, and(OUT, OPEN)));

  private Failures() {}

  /** Whether a call may fail with this number. */
  static boolean has(long number, CallName call) {
    return HostErrno.of(number)
        .filter(errno -> CALLS.getOrDefault(errno, Set.of()).contains(call))
        .isPresent();
  }

  private static Set<CallName> and(Set<CallName> some, CallName... others) {
    Set<CallName> all = EnumSet.copyOf(some);
    all.addAll(Set.of(others));
    return all;
  }
}
