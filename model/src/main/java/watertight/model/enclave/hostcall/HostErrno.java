package watertight.model.enclave.hostcall;

import java.util.List;
import java.util.Optional;

/** The errors that answers name; asm-generic/errno-base.h and errno.h. */
public enum HostErrno {
  EPERM(1),
  ENOENT(2),
  ESRCH(3),
  EINTR(4),
  EIO(5),
  ENXIO(6),
  EBADF(9),
  ECHILD(10),
  EAGAIN(11),
  ENOMEM(12),
  EACCES(13),
  EFAULT(14),
  EBUSY(16),
  EEXIST(17),
  ENODEV(19),
  ENOTDIR(20),
  EISDIR(21),
  EINVAL(22),
  ENFILE(23),
  EMFILE(24),
  ENOTTY(25),
  ETXTBSY(26),
  EFBIG(27),
  ENOSPC(28),
  ESPIPE(29),
  EROFS(30),
  EPIPE(32),
  ERANGE(34),
  ENAMETOOLONG(36),
  ENOSYS(38),
  ELOOP(40),
  EPROTO(71),
  EOVERFLOW(75),
  ENOTSOCK(88),
  EDESTADDRREQ(89),
  EMSGSIZE(90),
  ENOPROTOOPT(92),
  EOPNOTSUPP(95),
  EADDRNOTAVAIL(99),
  ENETDOWN(100),
  ENETUNREACH(101),
  ECONNABORTED(103),
  ECONNRESET(104),
  ENOBUFS(105),
  EISCONN(106),
  ENOTCONN(107),
  ETIMEDOUT(110),
  ECONNREFUSED(111),
  EHOSTUNREACH(113),
  EALREADY(114),
  EDQUOT(122);

  private final int number;

  HostErrno(int number) {
    this.number = number;
  }

  /** The number. */
  public int number() {
    return number;
  }

  /** The error with this number. */
  public static Optional<HostErrno> of(long number) {
    return List.of(values()).stream().filter(errno -> errno.number == number).findFirst();
  }
}
