package watertight.model.enclave.hostcall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is passed with a call, and what comes back; the names are those of the manual pages. */
public enum Field {
  RET,
  ADDR(true),
  GROW,
  SIZE,
  OLD_SIZE,
  FLAGS,
  FD,
  BUF(true),
  COUNT,
  IOV0,
  IOV1,
  CONTENT,
  OFFSET,
  WHENCE,
  ST_SIZE,
  RECLEN0,
  RECLEN1,
  NUL,
  CMD,
  MIN,
  NEW,
  FD0,
  FD1,
  CONTROL(true),
  CONTROLLEN,
  CMSG_LEN,
  PTR(true),
  ADDRLEN,
  OPTLEN,
  NFDS,
  EVENTS0,
  REVENTS0,
  TIMEOUT_US,
  REMAINING_US,
  SET,
  MAXEVENTS,
  DATA0(true),
  CLOCK,
  NS,
  NSEC,
  OP,
  VAL,
  PID,
  OPTIONS,
  VALUE,
  COPIED;

  private final boolean address;

  Field() {
    this(false);
  }

  Field(boolean address) {
    this.address = address;
  }

  /** The name in files and reports. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is an address, which is shown without a sign. */
  public boolean isAddress() {
    return address;
  }

  /** The field with this name. */
  public static Optional<Field> named(String text) {
    return List.of(values()).stream().filter(field -> field.text().equals(text)).findFirst();
  }
}
