package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.HostErrno.*;
import static watertight.model.enclave.hostcall.HostcallGuards.ERRNO_LISTED;
import static watertight.model.enclave.hostcall.HostcallGuards.INTERRUPTION_PASSES;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.HostErrno;
import watertight.model.enclave.hostcall.HostcallGuards;

/** Calls that fail: which errno may be passed on, and which is not told. */
final class Errors {
  /** man 2 recv: from a socket, read is recv without flags. */
  private static final Set<HostErrno> READING =
      EnumSet.of(
          EAGAIN,
          EBADF,
          ECONNREFUSED,
          ECONNRESET,
          EFAULT,
          EINTR,
          EINVAL,
          EIO,
          EISDIR,
          ENOMEM,
          ENOTCONN,
          ETIMEDOUT);

  /** man 2 send: to a socket, write is send without flags; man 7 unix: ECONNREFUSED. */
  private static final Set<HostErrno> WRITING =
      EnumSet.of(
          EAGAIN,
          EBADF,
          ECONNREFUSED,
          ECONNRESET,
          EDESTADDRREQ,
          EDQUOT,
          EFAULT,
          EFBIG,
          EINTR,
          EINVAL,
          EIO,
          EMSGSIZE,
          ENOBUFS,
          ENOMEM,
          ENOSPC,
          ENOTCONN,
          EPERM,
          EPIPE);

  private static final Set<HostErrno> AT_AN_OFFSET = EnumSet.of(ENXIO, EOVERFLOW, ESPIPE);

  private Errors() {}

  /** The ERRORS of the call's manual page; whatever else the host says means nothing. */
  static Optional<HostcallGuards> listed(Answered a) {
    boolean listed =
        HostErrno.of(-a.ret()).filter(errno -> of(a.call().name()).contains(errno)).isPresent();
    return a.refuse(ERRNO_LISTED, !listed);
  }

  /** Away: the shield does not let EINTR through, which is too strict. */
  static Optional<HostcallGuards> interruption(Answered a) {
    return isInterrupted(a) && !a.guards().has(INTERRUPTION_PASSES)
        ? Optional.of(INTERRUPTION_PASSES)
        : Optional.empty();
  }

  /** man 7 signal: calls that do not wait for long are made again. */
  static boolean isHidden(Answered a) {
    return isInterrupted(a)
        && (a.call().name() == CallName.OPEN || a.call().name() == CallName.DUP2);
  }

  private static boolean isInterrupted(Answered a) {
    return a.failed() && a.ret() == -EINTR.number();
  }

  private static Set<HostErrno> of(CallName call) {
    return switch (call) {
      case BRK, GETPID -> EnumSet.noneOf(HostErrno.class);
      case MMAP ->
          EnumSet.of(
              EACCES, EAGAIN, EBADF, EEXIST, EINVAL, ENFILE, ENODEV, ENOMEM, EOVERFLOW, EPERM,
              ETXTBSY);
      case MUNMAP -> EnumSet.of(EINVAL, ENOMEM);
      case MREMAP -> EnumSet.of(EAGAIN, EFAULT, EINVAL, ENOMEM);
      case OPEN -> opening();
      case READ, READV -> READING;
      case PREAD -> with(READING, AT_AN_OFFSET);
      case WRITE, WRITEV -> WRITING;
      case PWRITE -> with(WRITING, AT_AN_OFFSET);
      case LSEEK -> EnumSet.of(EBADF, EINVAL, ENXIO, EOVERFLOW, ESPIPE);
      case GETDENTS -> EnumSet.of(EBADF, EFAULT, EINVAL, ENOENT, ENOTDIR);
      case STAT ->
          EnumSet.of(
              EACCES,
              EBADF,
              EFAULT,
              EINVAL,
              ELOOP,
              ENAMETOOLONG,
              ENOENT,
              ENOMEM,
              ENOTDIR,
              EOVERFLOW);
      case READLINK ->
          EnumSet.of(EACCES, EFAULT, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR);
      case FCNTL -> EnumSet.of(EBADF, EINVAL, EMFILE);
      case DUP2 -> EnumSet.of(EBADF, EBUSY, EINTR, EMFILE);
      case PIPE -> EnumSet.of(EFAULT, EINVAL, EMFILE, ENFILE);
      case GETCWD -> EnumSet.of(EACCES, EFAULT, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM, ERANGE);
      case SENDFILE -> with(WRITING, EnumSet.of(EOVERFLOW, ESPIPE));
      case SEND -> sending();
      case RECV, RECVMSG -> receiving();
      case ACCEPT -> accepting();
      case GETSOCKOPT -> asking();
      case POLL -> EnumSet.of(EFAULT, EINTR, EINVAL, ENOMEM);
      case SELECT -> EnumSet.of(EBADF, EINTR, EINVAL, ENOMEM);
      case EPOLL_WAIT -> EnumSet.of(EBADF, EFAULT, EINTR, EINVAL);
      case CLOCK_GETTIME -> EnumSet.of(EFAULT, EINVAL, ENODEV);
      case NANOSLEEP -> EnumSet.of(EFAULT, EINTR, EINVAL);
      case FUTEX -> EnumSet.of(EACCES, EAGAIN, EFAULT, EINTR, EINVAL, ENOSYS, ETIMEDOUT);
      case WAIT4 -> EnumSet.of(ECHILD, EINTR, EINVAL, ESRCH);
      case GETRANDOM -> EnumSet.of(EAGAIN, EFAULT, EINTR, EINVAL, ENOSYS);
      case IOCTL -> EnumSet.of(EBADF, EFAULT, EINVAL, ENOTTY);
    };
  }

  private static Set<HostErrno> with(Set<HostErrno> some, Set<HostErrno> others) {
    Set<HostErrno> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }

  private static Set<HostErrno> opening() {
    return EnumSet.of(
        EACCES,
        EAGAIN,
        EBADF,
        EBUSY,
        EDQUOT,
        EEXIST,
        EFAULT,
        EFBIG,
        EINTR,
        EINVAL,
        EISDIR,
        ELOOP,
        EMFILE,
        ENAMETOOLONG,
        ENFILE,
        ENODEV,
        ENOENT,
        ENOMEM,
        ENOSPC,
        ENOTDIR,
        ENXIO,
        EOPNOTSUPP,
        EOVERFLOW,
        EPERM,
        EROFS,
        ETXTBSY);
  }

  private static Set<HostErrno> sending() {
    return EnumSet.of(
        EACCES,
        EAGAIN,
        EALREADY,
        EBADF,
        ECONNREFUSED,
        ECONNRESET,
        EDESTADDRREQ,
        EFAULT,
        EINTR,
        EINVAL,
        EISCONN,
        EMSGSIZE,
        ENOBUFS,
        ENOMEM,
        ENOTCONN,
        ENOTSOCK,
        EOPNOTSUPP,
        EPIPE);
  }

  /**
   * Linux: a family without options of its own says EOPNOTSUPP, SO_PEERNAME of nobody ENOTCONN, and
   * SO_PEERGROUPS that do not fit ERANGE (net/socket.c, net/core/sock.c).
   */
  private static Set<HostErrno> asking() {
    return EnumSet.of(EBADF, EFAULT, EINVAL, ENOPROTOOPT, ENOTCONN, ENOTSOCK, EOPNOTSUPP, ERANGE);
  }

  private static Set<HostErrno> receiving() {
    return EnumSet.of(
        EAGAIN,
        EBADF,
        ECONNREFUSED,
        ECONNRESET,
        EFAULT,
        EINTR,
        EINVAL,
        ENOMEM,
        ENOTCONN,
        ENOTSOCK,
        EOPNOTSUPP,
        ETIMEDOUT);
  }

  /** man 2 accept: errors of the network that are pending on the new socket are passed on. */
  private static Set<HostErrno> accepting() {
    return EnumSet.of(
        EAGAIN,
        EBADF,
        ECONNABORTED,
        EFAULT,
        EHOSTUNREACH,
        EINTR,
        EINVAL,
        EMFILE,
        ENETDOWN,
        ENETUNREACH,
        ENFILE,
        ENOBUFS,
        ENOMEM,
        ENOPROTOOPT,
        ENOTSOCK,
        EOPNOTSUPP,
        EPERM,
        EPROTO);
  }
}
