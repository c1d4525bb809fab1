package watertight.checker.honest;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostErrno;
import watertight.model.enclave.hostcall.Picture;

/** Which answers were met, by call and by what they are. For any thread. */
public final class Tally {
  /** Neither an error nor one of the corners. */
  public static final String SUCCESS = "success";

  private final SortedMap<CallName, SortedMap<String, Long>> met = new TreeMap<>();

  /** Counts an answer. */
  synchronized void count(Picture picture, HostCall call, Fields answer) {
    met.computeIfAbsent(call.name(), name -> new TreeMap<>())
        .merge(kind(picture, call, answer), 1L, Long::sum);
  }

  private static String kind(Picture picture, HostCall call, Fields answer) {
    long ret = answer.get(Field.RET);
    if (call.name() != CallName.BRK && picture.words().isError(ret)) {
      return HostErrno.of(-ret).map(Enum::name).orElse("errno " + -ret);
    }
    return corner(call, ret).orElse(SUCCESS);
  }

  /** The corners of those that count bytes. */
  private static Optional<String> corner(HostCall call, long ret) {
    Optional<Long> room = room(call);
    if (room.isEmpty()) {
      return Optional.empty();
    }
    if (ret == 0) {
      return Optional.of(room.get() == 0 ? "nothing asked" : "zero");
    }
    int size = Long.compareUnsigned(ret, room.get());
    return size == 0
        ? Optional.empty()
        : Optional.of(size < 0 ? "short" : "longer than its buffer");
  }

  private static Optional<Long> room(HostCall call) {
    return switch (call.name()) {
      case READ, WRITE, PREAD, PWRITE, SENDFILE, GETRANDOM, READLINK ->
          Optional.of(call.argument(Field.COUNT));
      case READV, WRITEV, RECVMSG -> Optional.of(call.vectors());
      case SEND, RECV -> Optional.of(call.argument(Field.SIZE));
      case BRK,
          MMAP,
          MUNMAP,
          MREMAP,
          OPEN,
          LSEEK,
          GETDENTS,
          STAT,
          FCNTL,
          DUP2,
          PIPE,
          GETCWD,
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
          IOCTL ->
          Optional.empty();
    };
  }

  /** All that was met. */
  public synchronized Map<CallName, SortedMap<String, Long>> met() {
    Map<CallName, SortedMap<String, Long>> copy = new TreeMap<>();
    met.forEach((call, kinds) -> copy.put(call, new TreeMap<>(kinds)));
    return copy;
  }

  /** How often an answer of this kind to this call was met. */
  public synchronized long met(CallName call, String kind) {
    return met.getOrDefault(call, new TreeMap<>()).getOrDefault(kind, 0L);
  }

  /** Whether the call ever returned something else than an error, or a corner. */
  boolean succeeded(CallName call) {
    return met(call, SUCCESS) > 0;
  }

  /** How many answers were met. */
  public synchronized long answers() {
    return met.values().stream().flatMap(kinds -> kinds.values().stream()).mapToLong(n -> n).sum();
  }

  /** How many kinds of answers were met, all calls together. */
  public synchronized int kinds() {
    return met.values().stream().mapToInt(Map::size).sum();
  }
}
