package watertight.model.enclave.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calls: what the enclave passes, and what the host fills in. */
public enum CallName {
  /** With ADDR 0 it asks where the break is; GROW asks for so much more, as sbrk does. */
  BRK(List.of(ADDR, GROW), List.of(RET)),
  MMAP(List.of(ADDR, SIZE, FLAGS), List.of(RET)),
  MUNMAP(List.of(ADDR, SIZE), List.of(RET)),
  MREMAP(List.of(ADDR, OLD_SIZE, SIZE, FLAGS), List.of(RET)),
  OPEN(List.of(FLAGS), List.of(RET)),
  READ(List.of(FD, BUF, COUNT), List.of(RET, CONTENT)),
  WRITE(List.of(FD, BUF, COUNT, CONTENT), List.of(RET)),
  PREAD(List.of(FD, BUF, COUNT, OFFSET), List.of(RET, CONTENT)),
  PWRITE(List.of(FD, BUF, COUNT, OFFSET, CONTENT), List.of(RET)),
  READV(List.of(FD, BUF, IOV0, IOV1), List.of(RET)),
  WRITEV(List.of(FD, BUF, IOV0, IOV1), List.of(RET)),
  LSEEK(List.of(FD, OFFSET, WHENCE), List.of(RET)),
  GETDENTS(List.of(FD, BUF, COUNT), List.of(RET, RECLEN0, RECLEN1)),
  STAT(List.of(BUF), List.of(RET, ST_SIZE)),
  READLINK(List.of(BUF, COUNT), List.of(RET)),
  FCNTL(List.of(FD, CMD, MIN), List.of(RET)),
  DUP2(List.of(FD, NEW), List.of(RET)),
  PIPE(List.of(FLAGS), List.of(RET, FD0, FD1)),
  GETCWD(List.of(BUF, SIZE), List.of(RET, NUL)),
  SENDFILE(List.of(FD, OFFSET, COUNT), List.of(RET, OFFSET)),
  SEND(List.of(FD, BUF, SIZE, FLAGS), List.of(RET)),
  RECV(List.of(FD, BUF, SIZE, FLAGS), List.of(RET)),
  RECVMSG(
      List.of(FD, BUF, IOV0, IOV1, CONTROL, CONTROLLEN, FLAGS),
      List.of(RET, CONTROLLEN, CMSG_LEN, PTR)),
  ACCEPT(List.of(FD, BUF, ADDRLEN), List.of(RET, ADDRLEN)),
  GETSOCKOPT(List.of(FD, BUF, OPTLEN), List.of(RET, OPTLEN)),
  POLL(List.of(BUF, NFDS, EVENTS0, TIMEOUT_US), List.of(RET, REVENTS0, REMAINING_US)),
  SELECT(List.of(BUF, NFDS, SET), List.of(RET, SET)),
  EPOLL_WAIT(List.of(FD, BUF, MAXEVENTS), List.of(RET, DATA0)),
  CLOCK_GETTIME(List.of(CLOCK), List.of(RET, NS, NSEC)),
  NANOSLEEP(List.of(TIMEOUT_US), List.of(RET, REMAINING_US)),
  FUTEX(List.of(OP, VAL), List.of(RET)),
  WAIT4(List.of(PID, OPTIONS), List.of(RET)),
  GETPID(List.of(), List.of(RET)),
  GETRANDOM(List.of(BUF, COUNT), List.of(RET, CONTENT)),
  /** FIONREAD: how many bytes can be read; the caller takes as many from its stack. */
  IOCTL(List.of(FD, BUF, COUNT), List.of(RET, VALUE));

  private final List<Field> arguments;
  private final List<Field> answers;

  CallName(List<Field> arguments, List<Field> answers) {
    this.arguments = arguments;
    this.answers = answers;
  }

  /** What the enclave passes, in order. */
  public List<Field> arguments() {
    return arguments;
  }

  /** What the host fills in, in order. */
  public List<Field> answers() {
    return answers;
  }

  /** The name in files and reports. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the result is an address. */
  public boolean returnsAddress() {
    return this == BRK || this == MMAP || this == MREMAP;
  }

  /** Whether the result is a new descriptor, which callers keep in an int. */
  public boolean returnsDescriptor(HostCall call) {
    return this == OPEN
        || this == ACCEPT
        || (this == FCNTL && call.argument(CMD) == Constants.F_DUPFD);
  }

  /** The call with this name. */
  public static Optional<CallName> named(String text) {
    return List.of(values()).stream().filter(call -> call.text().equals(text)).findFirst();
  }
}
