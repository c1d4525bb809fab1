package watertight.model.enclave.hostcall.claim;

import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.List;
import java.util.stream.Stream;
import watertight.model.Claim.Check;
import watertight.model.Claim.Twin;
import watertight.model.enclave.hostcall.HostcallGuards;

/**
 * Each call with its shield, and the shortest lie that does harm without one of its checks. Most
 * take four steps: the enclave asks, the host lies once, the enclave checks and uses.
 */
final class ShieldedCalls {
  /** The deck's malloc that returns a piece of the stack comes first. */
  static final List<Check> HARMLESS =
      List.of(
          harmless(
              "mmap",
              each(
                  4,
                  ANSWERS_CHECKED,
                  VALUES_READ_ONCE,
                  ERRNO_LISTED,
                  MAPPING_PAGE_ALIGNED,
                  MAPPING_NOT_WRAPPED,
                  MAPPING_MISSES_ENCLAVE,
                  MAPPING_MISSES_LIVE)),
          harmless("mmap.fixed", each(4, MAPPING_AS_FIXED)),
          harmless(
              "brk",
              each(7, BREAK_AS_ASKED),
              each(8, MAPPING_MISSES_ENCLAVE, MAPPING_MISSES_LIVE, MAPPING_NOT_WRAPPED)),
          harmless("munmap", each(4, SUCCESS_IS_ZERO, ERRNO_LISTED)),
          harmless(
              "mremap",
              each(
                  4,
                  MAPPING_PAGE_ALIGNED,
                  MAPPING_NOT_WRAPPED,
                  MAPPING_MISSES_ENCLAVE,
                  MAPPING_MISSES_LIVE,
                  ERRNO_LISTED)),
          harmless("mremap.in-place", each(4, MAPPING_STAYS)),
          harmless("read", each(4, VALUES_READ_ONCE, ERRNO_LISTED, RECEIVED_AT_MOST_ASKED)),
          harmless("pread", each(4, ERRNO_LISTED, RECEIVED_AT_MOST_ASKED)),
          harmless("readv", each(4, ERRNO_LISTED, RECEIVED_AT_MOST_VECTORS)),
          harmless("write", each(4, ERRNO_LISTED, SENT_AT_MOST_GIVEN)),
          harmless("pwrite", each(4, ERRNO_LISTED, SENT_AT_MOST_GIVEN)),
          harmless("writev", each(4, ERRNO_LISTED, SENT_AT_MOST_VECTORS)),
          harmless("open", each(4, ERRNO_LISTED, DESCRIPTOR_IS_NEW, DESCRIPTOR_FITS_INT)),
          harmless("lseek", each(4, ERRNO_LISTED, POSITION_AS_SET)),
          harmless("lseek.end", each(4, SIZE_NOT_NEGATIVE)),
          harmless(
              "getdents",
              each(4, ERRNO_LISTED),
              each(5, RECEIVED_AT_MOST_ASKED, RECORD_NOT_EMPTY),
              each(6, RECORDS_END_AT_COUNT)),
          harmless("stat", each(4, ERRNO_LISTED, SUCCESS_IS_ZERO, SIZE_NOT_NEGATIVE)),
          harmless("readlink", each(4, ERRNO_LISTED, RECEIVED_AT_MOST_ASKED)),
          harmless("fcntl", each(4, ERRNO_LISTED, DESCRIPTOR_IS_NEW, DESCRIPTOR_AT_LEAST_ASKED)),
          harmless("dup2", each(4, ERRNO_LISTED, DUPLICATE_AS_ASKED)),
          harmless(
              "pipe",
              each(
                  4,
                  ERRNO_LISTED,
                  SUCCESS_IS_ZERO,
                  PIPE_ENDS_DIFFER,
                  DESCRIPTOR_IS_NEW,
                  DESCRIPTOR_FITS_INT)),
          harmless(
              "getcwd",
              each(4, ERRNO_LISTED),
              each(5, RECEIVED_AT_MOST_ASKED),
              each(4, STRING_ENDS_AT_COUNT)),
          harmless(
              "sendfile",
              each(4, ERRNO_LISTED),
              each(5, SENT_AT_MOST_GIVEN),
              each(4, OFFSET_MOVES_BY_COUNT)),
          harmless("send", each(4, ERRNO_LISTED, SENT_AT_MOST_GIVEN)),
          harmless("recv", each(4, ERRNO_LISTED, RECEIVED_AT_MOST_ASKED)),
          harmless("recv.truncated", each(4, TRUNCATED_COPY_FITS, RECEIVED_AT_MOST_ASKED)),
          harmless(
              "recvmsg",
              each(4, ERRNO_LISTED, RECEIVED_AT_MOST_VECTORS),
              each(5, DATA_OUTSIDE_ENCLAVE)),
          harmless("recvmsg.control", each(4, CONTROL_AT_MOST_GIVEN, CONTROL_MESSAGE_WITHIN)),
          harmless(
              "accept",
              each(
                  4,
                  ERRNO_LISTED,
                  DESCRIPTOR_IS_NEW,
                  DESCRIPTOR_FITS_INT,
                  ADDRESS_COPY_FITS,
                  ADDRESS_AT_MOST_STORAGE)),
          harmless("getsockopt", each(4, ERRNO_LISTED, SUCCESS_IS_ZERO, OPTION_AT_MOST_GIVEN)),
          harmless("poll", each(4, ERRNO_LISTED, READY_AS_MARKED), each(5, EVENTS_WERE_ASKED)),
          harmless("poll.time", each(4, REMAINING_AT_MOST_ASKED)),
          harmless("select", each(4, ERRNO_LISTED, READY_AS_MARKED, EVENTS_WERE_ASKED)),
          harmless(
              "epoll-wait", each(4, ERRNO_LISTED, READY_AT_MOST_ASKED), each(5, TOKEN_WAS_GIVEN)),
          harmless("clock-gettime", each(4, ERRNO_LISTED, SUCCESS_IS_ZERO, CLOCK_NOT_BACK)),
          harmless("clock-gettime.nanoseconds", each(4, NANOSECONDS_BELOW_SECOND)),
          harmless("nanosleep", each(4, ERRNO_LISTED, SUCCESS_IS_ZERO, REMAINING_AT_MOST_ASKED)),
          harmless("futex", each(4, ERRNO_LISTED, WOKEN_AT_MOST_ASKED)),
          harmless("futex.wait", each(4, SUCCESS_IS_ZERO)),
          harmless("wait4", each(4, ERRNO_LISTED, CHILD_IS_OWN, NOBODY_ONLY_IF_NOHANG)),
          harmless("getpid", each(4, ERRNO_LISTED, PID_STAYS)),
          harmless("getrandom", each(4, ERRNO_LISTED, RECEIVED_AT_MOST_ASKED)),
          harmless("ioctl", each(4, ERRNO_LISTED, SUCCESS_IS_ZERO, SIZE_WITHIN_ROOM)));

  /** The same calls, asked the other way: does an honest answer come through? */
  static final List<Check> USEFUL =
      List.of(
          useful("mmap"),
          useful("mmap.fixed"),
          useful("brk", each(6, OLD_BREAK_PASSES)),
          useful("munmap"),
          useful("mremap"),
          useful("mremap.in-place"),
          useful("read", each(2, SHORT_COUNT_PASSES), each(3, INTERRUPTION_PASSES)),
          useful("pread", each(2, SHORT_COUNT_PASSES)),
          useful("readv", each(2, SHORT_COUNT_PASSES)),
          useful("write", each(3, SHORT_COUNT_PASSES)),
          useful("pwrite"),
          useful("writev"),
          useful("open"),
          useful("lseek"),
          useful("lseek.end"),
          useful("getdents"),
          useful("stat"),
          useful("readlink"),
          useful("fcntl"),
          useful("dup2"),
          useful("pipe"),
          useful("getcwd"),
          useful("sendfile"),
          useful("send"),
          useful("recv", each(2, SHORT_COUNT_PASSES)),
          useful("recv.truncated", each(3, TRUNCATED_LENGTH_PASSES)),
          useful("recvmsg"),
          useful("recvmsg.control"),
          useful("accept"),
          useful("getsockopt"),
          useful("poll", each(3, INTERRUPTION_PASSES)),
          useful("poll.time"),
          useful("select"),
          useful("epoll-wait"),
          useful("clock-gettime"),
          useful("clock-gettime.nanoseconds"),
          useful("clock-gettime.wall", each(3, WALL_CLOCK_MAY_GO_BACK)),
          useful("nanosleep", each(3, INTERRUPTION_PASSES)),
          useful("futex"),
          useful("futex.wait", each(3, INTERRUPTION_PASSES)),
          useful("wait4"),
          useful("getpid"),
          useful("ioctl"));

  /** Those whose numbers are addresses, lengths and sums, in words of 64 bits. */
  static final List<Check> WIDE =
      List.of(
          wide("mmap", each(4, MAPPING_NOT_WRAPPED, MAPPING_MISSES_ENCLAVE, MAPPING_MISSES_LIVE)),
          wide("read", each(4, RECEIVED_AT_MOST_ASKED)),
          wide("readv", each(4, RECEIVED_AT_MOST_VECTORS)),
          wide("write", each(4, SENT_AT_MOST_GIVEN)),
          wide("writev", each(4, SENT_AT_MOST_VECTORS)),
          wide("recv", each(4, TRUNCATED_COPY_FITS)),
          wide("ioctl", each(4, SIZE_WITHIN_ROOM)));

  /** What is no address, in words of 64 bits. */
  static final List<Check> VALUES =
      List.of(
          value("open", each(4, DESCRIPTOR_IS_NEW, DESCRIPTOR_FITS_INT)),
          value("fcntl", each(4, DESCRIPTOR_AT_LEAST_ASKED)),
          value("dup2", each(4, DUPLICATE_AS_ASKED)),
          value("lseek", each(4, POSITION_AS_SET)),
          value("lseek.end", each(4, SIZE_NOT_NEGATIVE)),
          value("sendfile", each(4, OFFSET_MOVES_BY_COUNT)),
          value("recvmsg", each(5, DATA_OUTSIDE_ENCLAVE)),
          value("recvmsg.control", each(4, CONTROL_AT_MOST_GIVEN)),
          value("recvmsg.message", each(4, CONTROL_MESSAGE_WITHIN)),
          value("accept", each(4, ADDRESS_COPY_FITS, ADDRESS_AT_MOST_STORAGE)),
          value("getsockopt", each(4, OPTION_AT_MOST_GIVEN)),
          value("poll", each(4, READY_AS_MARKED)),
          value("epoll-wait", each(4, READY_AT_MOST_ASKED)),
          value("nanosleep", each(4, REMAINING_AT_MOST_ASKED)),
          value("clock-gettime", each(4, CLOCK_NOT_BACK)),
          value("clock-gettime.nanoseconds", each(4, NANOSECONDS_BELOW_SECOND)),
          value("futex", each(4, WOKEN_AT_MOST_ASKED)),
          value("wait4", each(4, CHILD_IS_OWN, NOBODY_ONLY_IF_NOHANG)),
          value("getpid", each(4, PID_STAYS)));

  /** One call after another: what the first was given, the second may not be given again. */
  static final List<Check> APART =
      List.of(
          apart("moved", each(7, MAPPING_MISSES_ENCLAVE, MAPPING_MISSES_LIVE)),
          apart("heap", each(7, MAPPING_MISSES_LIVE)),
          apart("fixed", each(4, MAPPING_AS_FIXED)));

  private ShieldedCalls() {}

  @SafeVarargs
  private static Check harmless(String call, List<Twin>... breaks) {
    return check("iago/results-checked." + call, breaks);
  }

  @SafeVarargs
  private static Check useful(String call, List<Twin>... breaks) {
    return check("iago/honest-answer-passes." + call, breaks);
  }

  @SafeVarargs
  private static Check value(String call, List<Twin>... breaks) {
    return check("iago/wide-values." + call, breaks);
  }

  @SafeVarargs
  private static Check apart(String call, List<Twin>... breaks) {
    return check("iago/memory-apart." + call, breaks);
  }

  @SafeVarargs
  private static Check wide(String call, List<Twin>... breaks) {
    return check("iago/wide-words." + call, breaks);
  }

  @SafeVarargs
  private static Check check(String scenario, List<Twin>... breaks) {
    return new Check(scenario, Stream.of(breaks).flatMap(List::stream).toList());
  }

  /** Without any one of these guards the shortest lie has so many steps. */
  private static List<Twin> each(int steps, HostcallGuards... away) {
    return Stream.of(away).map(guard -> Twin.twin(steps, guard)).toList();
  }
}
