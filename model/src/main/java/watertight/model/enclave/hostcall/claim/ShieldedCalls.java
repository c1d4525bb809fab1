package watertight.model.enclave.hostcall.claim;

import static watertight.model.enclave.hostcall.HostcallGuards.*;
import static watertight.model.enclave.hostcall.claim.Claims.check;
import static watertight.model.enclave.hostcall.claim.Claims.twin;

import java.util.List;
import watertight.model.Claim.Check;

/** Each call with its shield, and the shortest lie that does harm without one of its checks. */
final class ShieldedCalls {
  /** The deck's malloc that returns a piece of the stack comes first. */
  static final List<Check> HARMLESS =
      List.of(
          check(
              "iago/results-checked.mmap",
              twin(4, ANSWERS_CHECKED),
              twin(4, VALUES_READ_ONCE),
              twin(4, ERRNO_LISTED),
              twin(4, MAPPING_PAGE_ALIGNED),
              twin(4, MAPPING_NOT_WRAPPED),
              twin(4, MAPPING_MISSES_ENCLAVE),
              twin(4, MAPPING_MISSES_LIVE)),
          check("iago/results-checked.mmap.fixed", twin(4, MAPPING_AS_FIXED)),
          check(
              "iago/results-checked.brk",
              twin(7, BREAK_AS_ASKED),
              twin(7, MAPPING_MISSES_ENCLAVE),
              twin(7, MAPPING_MISSES_LIVE),
              twin(8, MAPPING_NOT_WRAPPED)),
          check("iago/results-checked.munmap", twin(4, SUCCESS_IS_ZERO), twin(4, ERRNO_LISTED)),
          check(
              "iago/results-checked.mremap",
              twin(4, MAPPING_PAGE_ALIGNED),
              twin(4, MAPPING_NOT_WRAPPED),
              twin(4, MAPPING_MISSES_ENCLAVE),
              twin(4, MAPPING_MISSES_LIVE),
              twin(4, ERRNO_LISTED)),
          check("iago/results-checked.mremap.in-place", twin(4, MAPPING_STAYS)),
          check(
              "iago/results-checked.read",
              twin(4, VALUES_READ_ONCE),
              twin(4, ERRNO_LISTED),
              twin(4, RECEIVED_AT_MOST_ASKED)),
          check(
              "iago/results-checked.pread", twin(4, ERRNO_LISTED), twin(4, RECEIVED_AT_MOST_ASKED)),
          check(
              "iago/results-checked.readv",
              twin(4, ERRNO_LISTED),
              twin(4, RECEIVED_AT_MOST_VECTORS)),
          check("iago/results-checked.write", twin(4, ERRNO_LISTED), twin(4, SENT_AT_MOST_GIVEN)),
          check("iago/results-checked.pwrite", twin(4, ERRNO_LISTED), twin(4, SENT_AT_MOST_GIVEN)),
          check(
              "iago/results-checked.writev", twin(4, ERRNO_LISTED), twin(4, SENT_AT_MOST_VECTORS)),
          check(
              "iago/results-checked.open",
              twin(4, ERRNO_LISTED),
              twin(4, DESCRIPTOR_IS_NEW),
              twin(4, DESCRIPTOR_FITS_INT)),
          check("iago/results-checked.lseek", twin(4, ERRNO_LISTED), twin(4, POSITION_AS_SET)),
          check("iago/results-checked.lseek.end", twin(4, SIZE_NOT_NEGATIVE)),
          check(
              "iago/results-checked.getdents",
              twin(4, ERRNO_LISTED),
              twin(5, RECEIVED_AT_MOST_ASKED),
              twin(5, RECORD_NOT_EMPTY),
              twin(6, RECORDS_END_AT_COUNT)),
          check(
              "iago/results-checked.stat",
              twin(4, ERRNO_LISTED),
              twin(4, SUCCESS_IS_ZERO),
              twin(4, SIZE_NOT_NEGATIVE)),
          check(
              "iago/results-checked.readlink",
              twin(4, ERRNO_LISTED),
              twin(4, RECEIVED_AT_MOST_ASKED)),
          check(
              "iago/results-checked.fcntl",
              twin(4, ERRNO_LISTED),
              twin(4, DESCRIPTOR_IS_NEW),
              twin(4, DESCRIPTOR_AT_LEAST_ASKED)),
          check("iago/results-checked.dup2", twin(4, ERRNO_LISTED), twin(4, DUPLICATE_AS_ASKED)),
          check(
              "iago/results-checked.pipe",
              twin(4, ERRNO_LISTED),
              twin(4, SUCCESS_IS_ZERO),
              twin(4, PIPE_ENDS_DIFFER),
              twin(4, DESCRIPTOR_IS_NEW),
              twin(4, DESCRIPTOR_FITS_INT)),
          check(
              "iago/results-checked.getcwd",
              twin(4, ERRNO_LISTED),
              twin(5, RECEIVED_AT_MOST_ASKED),
              twin(4, STRING_ENDS_AT_COUNT)),
          check(
              "iago/results-checked.sendfile",
              twin(4, ERRNO_LISTED),
              twin(5, SENT_AT_MOST_GIVEN),
              twin(4, OFFSET_MOVES_BY_COUNT)),
          check("iago/results-checked.send", twin(4, ERRNO_LISTED), twin(4, SENT_AT_MOST_GIVEN)),
          check(
              "iago/results-checked.recv", twin(4, ERRNO_LISTED), twin(4, RECEIVED_AT_MOST_ASKED)),
          check(
              "iago/results-checked.recv.truncated",
              twin(4, TRUNCATED_COPY_FITS),
              twin(4, RECEIVED_AT_MOST_ASKED)),
          check(
              "iago/results-checked.recvmsg",
              twin(4, ERRNO_LISTED),
              twin(4, RECEIVED_AT_MOST_VECTORS),
              twin(5, DATA_OUTSIDE_ENCLAVE)),
          check(
              "iago/results-checked.recvmsg.control",
              twin(4, CONTROL_AT_MOST_GIVEN),
              twin(4, CONTROL_MESSAGE_WITHIN)),
          check(
              "iago/results-checked.accept",
              twin(4, ERRNO_LISTED),
              twin(4, DESCRIPTOR_IS_NEW),
              twin(4, DESCRIPTOR_FITS_INT),
              twin(4, ADDRESS_COPY_FITS),
              twin(4, ADDRESS_AT_MOST_STORAGE)),
          check(
              "iago/results-checked.getsockopt",
              twin(4, ERRNO_LISTED),
              twin(4, SUCCESS_IS_ZERO),
              twin(4, OPTION_AT_MOST_GIVEN)),
          check(
              "iago/results-checked.poll",
              twin(4, ERRNO_LISTED),
              twin(4, READY_AS_MARKED),
              twin(5, EVENTS_WERE_ASKED)),
          check("iago/results-checked.poll.time", twin(4, REMAINING_AT_MOST_ASKED)),
          check(
              "iago/results-checked.select",
              twin(4, ERRNO_LISTED),
              twin(4, READY_AS_MARKED),
              twin(5, EVENTS_WERE_ASKED)),
          check(
              "iago/results-checked.epoll-wait",
              twin(4, ERRNO_LISTED),
              twin(4, READY_AT_MOST_ASKED),
              twin(5, TOKEN_WAS_GIVEN)),
          check(
              "iago/results-checked.clock-gettime",
              twin(4, ERRNO_LISTED),
              twin(4, SUCCESS_IS_ZERO),
              twin(4, CLOCK_NOT_BACK)),
          check(
              "iago/results-checked.clock-gettime.nanoseconds", twin(4, NANOSECONDS_BELOW_SECOND)),
          check(
              "iago/results-checked.nanosleep",
              twin(4, ERRNO_LISTED),
              twin(4, SUCCESS_IS_ZERO),
              twin(4, REMAINING_AT_MOST_ASKED)),
          check("iago/results-checked.futex", twin(4, ERRNO_LISTED), twin(4, WOKEN_AT_MOST_ASKED)),
          check("iago/results-checked.futex.wait", twin(4, SUCCESS_IS_ZERO)),
          check(
              "iago/results-checked.wait4",
              twin(4, ERRNO_LISTED),
              twin(4, CHILD_IS_OWN),
              twin(4, NOBODY_ONLY_IF_NOHANG)),
          check("iago/results-checked.getpid", twin(4, ERRNO_LISTED), twin(4, PID_STAYS)),
          check(
              "iago/results-checked.getrandom",
              twin(4, ERRNO_LISTED),
              twin(4, RECEIVED_AT_MOST_ASKED)),
          check(
              "iago/results-checked.ioctl",
              twin(4, ERRNO_LISTED),
              twin(4, SUCCESS_IS_ZERO),
              twin(4, SIZE_WITHIN_ROOM)));

  /** The same calls, asked the other way: does an honest answer come through? */
  static final List<Check> USEFUL =
      List.of(
          check("iago/honest-answer-passes.mmap"),
          check("iago/honest-answer-passes.mmap.fixed"),
          check("iago/honest-answer-passes.brk", twin(6, OLD_BREAK_PASSES)),
          check("iago/honest-answer-passes.munmap"),
          check("iago/honest-answer-passes.mremap"),
          check("iago/honest-answer-passes.mremap.in-place"),
          check(
              "iago/honest-answer-passes.read",
              twin(2, SHORT_COUNT_PASSES),
              twin(3, INTERRUPTION_PASSES)),
          check("iago/honest-answer-passes.pread", twin(2, SHORT_COUNT_PASSES)),
          check("iago/honest-answer-passes.readv", twin(2, SHORT_COUNT_PASSES)),
          check("iago/honest-answer-passes.write", twin(3, SHORT_COUNT_PASSES)),
          check("iago/honest-answer-passes.pwrite"),
          check("iago/honest-answer-passes.writev"),
          check("iago/honest-answer-passes.open"),
          check("iago/honest-answer-passes.lseek"),
          check("iago/honest-answer-passes.lseek.end"),
          check("iago/honest-answer-passes.getdents"),
          check("iago/honest-answer-passes.stat"),
          check("iago/honest-answer-passes.readlink"),
          check("iago/honest-answer-passes.fcntl"),
          check("iago/honest-answer-passes.dup2"),
          check("iago/honest-answer-passes.pipe"),
          check("iago/honest-answer-passes.getcwd"),
          check("iago/honest-answer-passes.sendfile"),
          check("iago/honest-answer-passes.send"),
          check("iago/honest-answer-passes.recv", twin(2, SHORT_COUNT_PASSES)),
          check("iago/honest-answer-passes.recv.truncated", twin(3, TRUNCATED_LENGTH_PASSES)),
          check("iago/honest-answer-passes.recvmsg"),
          check("iago/honest-answer-passes.recvmsg.control"),
          check("iago/honest-answer-passes.accept"),
          check("iago/honest-answer-passes.getsockopt"),
          check("iago/honest-answer-passes.poll", twin(3, INTERRUPTION_PASSES)),
          check("iago/honest-answer-passes.poll.time"),
          check("iago/honest-answer-passes.select"),
          check("iago/honest-answer-passes.epoll-wait"),
          check("iago/honest-answer-passes.clock-gettime"),
          check("iago/honest-answer-passes.clock-gettime.nanoseconds"),
          check("iago/honest-answer-passes.clock-gettime.wall", twin(3, WALL_CLOCK_MAY_GO_BACK)),
          check("iago/honest-answer-passes.nanosleep", twin(3, INTERRUPTION_PASSES)),
          check("iago/honest-answer-passes.futex"),
          check("iago/honest-answer-passes.futex.wait", twin(3, INTERRUPTION_PASSES)),
          check("iago/honest-answer-passes.wait4"),
          check("iago/honest-answer-passes.getpid"),
          check("iago/honest-answer-passes.ioctl"));

  /** Those whose numbers are addresses, lengths and sums, in words of 64 bits. */
  static final List<Check> WIDE =
      List.of(
          check(
              "iago/wide-words.mmap",
              twin(4, MAPPING_NOT_WRAPPED),
              twin(4, MAPPING_MISSES_ENCLAVE),
              twin(4, MAPPING_MISSES_LIVE)),
          check("iago/wide-words.read", twin(4, RECEIVED_AT_MOST_ASKED)),
          check("iago/wide-words.readv", twin(4, RECEIVED_AT_MOST_VECTORS)),
          check("iago/wide-words.write", twin(4, SENT_AT_MOST_GIVEN)),
          check("iago/wide-words.writev", twin(4, SENT_AT_MOST_VECTORS)),
          check("iago/wide-words.recv", twin(4, TRUNCATED_COPY_FITS)),
          check("iago/wide-words.ioctl", twin(4, SIZE_WITHIN_ROOM)));

  private ShieldedCalls() {}
}
