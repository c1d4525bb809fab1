package watertight.model.enclave.hostcall;

import java.util.List;
import java.util.Optional;
import watertight.model.Guard;

/** What the claims about answers of the host rest on: one check per line of reasoning. */
public enum HostcallGuards implements Guard {
  /** Nothing that the host says is used before a shield has seen it. */
  ANSWERS_CHECKED("answers-checked"),
  /** Tale of Two Worlds, class 8: an answer is copied in, then checked, then used. */
  VALUES_READ_ONCE("values-read-once"),
  /** A call fails only with an errno of its manual page. */
  ERRNO_LISTED("errno-listed"),
  /** A call that returns nothing returns 0. */
  SUCCESS_IS_ZERO("success-is-zero"),
  /** man 2 read: the bytes received are at most those asked for. */
  RECEIVED_AT_MOST_ASKED("received-at-most-asked"),
  /** man 2 readv: the bytes received are at most what the buffers hold together. */
  RECEIVED_AT_MOST_VECTORS("received-at-most-vectors"),
  /** man 2 write: the bytes sent are at most those given; what is left does not wrap. */
  SENT_AT_MOST_GIVEN("sent-at-most-given"),
  /** man 2 writev: as above, of all buffers together. */
  SENT_AT_MOST_VECTORS("sent-at-most-vectors"),
  /** man 2 recv, MSG_TRUNC: the length may be larger than the buffer, what is copied may not. */
  TRUNCATED_COPY_FITS("truncated-copy-fits"),
  /** man 3 cmsg: the control data is at most what its buffer holds. */
  CONTROL_AT_MOST_GIVEN("control-at-most-given"),
  /** man 3 cmsg: a control message ends within the control data. */
  CONTROL_MESSAGE_WITHIN("control-message-within"),
  /** Tale of Two Worlds, class 4: a pointer of the host does not point into the enclave. */
  DATA_OUTSIDE_ENCLAVE("data-outside-enclave"),
  /** man 2 accept: the address may be longer than its buffer, what is copied may not. */
  ADDRESS_COPY_FITS("address-copy-fits"),
  /** man 7 socket: no address is longer than struct sockaddr_storage. */
  ADDRESS_AT_MOST_STORAGE("address-at-most-storage"),
  /** man 2 getsockopt: the value is at most what its buffer holds. */
  OPTION_AT_MOST_GIVEN("option-at-most-given"),
  /** man 2 getdents: each record has a length. */
  RECORD_NOT_EMPTY("record-not-empty"),
  /** man 2 getdents: the records end where the bytes received end. */
  RECORDS_END_AT_COUNT("records-end-at-count"),
  /** man 2 getcwd: the string ends with the last byte received. */
  STRING_ENDS_AT_COUNT("string-ends-at-count"),
  /** man 3 stat: a size is not negative. */
  SIZE_NOT_NEGATIVE("size-not-negative"),
  /** man 2 lseek: SEEK_SET returns the offset that was set. */
  POSITION_AS_SET("position-as-set"),
  /** man 2 sendfile: the offset moves by what was sent. */
  OFFSET_MOVES_BY_COUNT("offset-moves-by-count"),
  /** man 2 open: a new descriptor was not open before. */
  DESCRIPTOR_IS_NEW("descriptor-is-new"),
  /** A descriptor is an int: nothing is lost when it becomes one. */
  DESCRIPTOR_FITS_INT("descriptor-fits-int"),
  /** man 2 fcntl, F_DUPFD: the new descriptor is at least the one asked for. */
  DESCRIPTOR_AT_LEAST_ASKED("descriptor-at-least-asked"),
  /** man 2 dup2: the descriptor asked for is returned. */
  DUPLICATE_AS_ASKED("duplicate-as-asked"),
  /** man 2 pipe: the two ends differ. */
  PIPE_ENDS_DIFFER("pipe-ends-differ"),
  /** man 2 epoll_wait: there are at most as many events as were asked for. */
  READY_AT_MOST_ASKED("ready-at-most-asked"),
  /** man 2 poll: the result is the number of entries that are marked. */
  READY_AS_MARKED("ready-as-marked"),
  /** man 2 poll: only what was asked for is ready, or an error. */
  EVENTS_WERE_ASKED("events-were-asked"),
  /** man 2 epoll_ctl: the data of an event was registered. */
  TOKEN_WAS_GIVEN("token-was-given"),
  /** man 2 nanosleep: the time that remains is at most the time asked for. */
  REMAINING_AT_MOST_ASKED("remaining-at-most-asked"),
  /** man 2 clock_gettime: the monotonic clock does not run back. */
  CLOCK_NOT_BACK("clock-not-back"),
  /** man 3 timespec: nanoseconds are less than a second. */
  NANOSECONDS_BELOW_SECOND("nanoseconds-below-second"),
  /** man 2 futex: at most as many are woken as were asked for. */
  WOKEN_AT_MOST_ASKED("woken-at-most-asked"),
  /** man 2 wait: who is waited for is a child, and the one asked for. */
  CHILD_IS_OWN("child-is-own"),
  /** man 2 wait: 0 comes with WNOHANG only. */
  NOBODY_ONLY_IF_NOHANG("nobody-only-if-nohang"),
  /** man 2 getpid: a process keeps its number. */
  PID_STAYS("pid-stays"),
  /** Randomness comes from the processor: a host that gives it knows it. */
  RANDOMNESS_NOT_FROM_HOST("randomness-not-from-host"),
  /** A number from the host sizes no allocation beyond the room that there is. */
  SIZE_WITHIN_ROOM("size-within-room"),
  /** man 2 brk: the break is the one asked for, or the old one. */
  BREAK_AS_ASKED("break-as-asked"),
  /** man 2 mmap: a mapping starts a page. */
  MAPPING_PAGE_ALIGNED("mapping-page-aligned"),
  /** Tale of Two Worlds, class 6: a mapping does not wrap; asked before its end is compared. */
  MAPPING_NOT_WRAPPED("mapping-not-wrapped"),
  /** Checkoway and Shacham: a new mapping has no byte of the enclave. */
  MAPPING_MISSES_ENCLAVE("mapping-misses-enclave"),
  /** man 2 mmap: a new mapping has no byte of a mapping that there is. */
  MAPPING_MISSES_LIVE("mapping-misses-live"),
  /** man 2 mmap, MAP_FIXED: the mapping is where it was asked for. */
  MAPPING_AS_FIXED("mapping-as-fixed"),
  /** man 2 mremap: without MREMAP_MAYMOVE the mapping stays. */
  MAPPING_STAYS("mapping-stays"),

  /** Utility. man 2 read: it is no error if fewer bytes come than were asked for. */
  SHORT_COUNT_PASSES("short-count-passes"),
  /** Utility. man 7 signal: calls that wait are interrupted. */
  INTERRUPTION_PASSES("interruption-passes"),
  /** Utility. man 2 recv: with MSG_TRUNC the real length is returned. */
  TRUNCATED_LENGTH_PASSES("truncated-length-passes"),
  /** Utility. man 2 brk: the system call that fails returns the current break. */
  OLD_BREAK_PASSES("old-break-passes"),
  /** Utility. man 2 clock_gettime: the clock of the wall may be set back. */
  WALL_CLOCK_MAY_GO_BACK("wall-clock-may-go-back");

  private final String id;

  HostcallGuards(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /** The guard with this name. */
  public static Optional<HostcallGuards> named(String id) {
    return List.of(values()).stream().filter(guard -> guard.id.equals(id)).findFirst();
  }

  /**
   * A comparison that is too weak by one: {@code ret <= count + 1}.
   *
   * @param check the check that makes it
   */
  public record WeakByOne(HostcallGuards check) implements Guard {
    @Override
    public String id() {
      return check.id + "-by-one";
    }
  }
}
