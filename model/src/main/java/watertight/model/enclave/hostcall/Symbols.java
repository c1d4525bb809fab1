package watertight.model.enclave.hostcall;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of flags and commands, as the headers have them. */
public final class Symbols {
  private static final Map<String, Long> ALL = all();

  private Symbols() {}

  private static Map<String, Long> all() {
    Map<String, Long> all = new LinkedHashMap<>();
    all.put("MAP_FIXED", Constants.MAP_FIXED);
    all.put("MREMAP_MAYMOVE", Constants.MREMAP_MAYMOVE);
    all.put("MSG_TRUNC", Constants.MSG_TRUNC);
    all.put("SEEK_SET", Constants.SEEK_SET);
    all.put("SEEK_CUR", 1L);
    all.put("SEEK_END", 2L);
    all.put("F_DUPFD", Constants.F_DUPFD);
    all.put("F_SETFD", Constants.F_SETFD);
    all.put("CLOCK_REALTIME", Constants.CLOCK_REALTIME);
    all.put("CLOCK_MONOTONIC", Constants.CLOCK_MONOTONIC);
    all.put("FUTEX_WAIT", Constants.FUTEX_WAIT);
    all.put("FUTEX_WAKE", Constants.FUTEX_WAKE);
    all.put("WNOHANG", Constants.WNOHANG);
    all.put("POLLIN", 1L);
    all.put("POLLPRI", 2L);
    all.put("POLLOUT", 4L);
    all.put("POLLERR", 8L);
    all.put("POLLHUP", 16L);
    all.put("POLLNVAL", 32L);
    return all;
  }

  /** Every name, with what it stands for. */
  public static Map<String, Long> values() {
    return ALL;
  }

  /** The name of an argument's value, where it has one. */
  static Optional<String> of(CallName call, Field field, long value) {
    String prefix =
        switch (field) {
          case WHENCE -> "SEEK_";
          case CMD -> "F_";
          case CLOCK -> "CLOCK_";
          case OP -> "FUTEX_";
          case OPTIONS -> "WNOHANG";
          case EVENTS0, REVENTS0 -> "POLL";
          case FLAGS ->
              call == CallName.MMAP ? "MAP_" : call == CallName.MREMAP ? "MREMAP_" : "MSG_";
          case RET,
              ADDR,
              GROW,
              SIZE,
              OLD_SIZE,
              FD,
              BUF,
              COUNT,
              IOV0,
              IOV1,
              CONTENT,
              OFFSET,
              ST_SIZE,
              RECLEN0,
              RECLEN1,
              NUL,
              MIN,
              NEW,
              FD0,
              FD1,
              CONTROL,
              CONTROLLEN,
              CMSG_LEN,
              PTR,
              ADDRLEN,
              OPTLEN,
              NFDS,
              TIMEOUT_US,
              REMAINING_US,
              SET,
              MAXEVENTS,
              DATA0,
              NS,
              NSEC,
              VAL,
              PID,
              VALUE,
              COPIED ->
              "-";
        };
    return ALL.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix) && one.getValue() == value)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
