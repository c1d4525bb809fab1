package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.Optional;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostcallGuards;

/** Positions, sizes, records and names. What a file contains cannot be checked here. */
final class Files {
  private static final int SHORTEST_NAME = 2;

  private Files() {}

  /** man 2 lseek, SEEK_SET: the offset is set to offset bytes. */
  static Optional<HostcallGuards> positionAsSet(Answered a) {
    boolean set = a.argument(WHENCE) == Constants.SEEK_SET;
    return a.refuse(POSITION_AS_SET, set && a.ret() != a.argument(OFFSET));
  }

  /** off_t has a sign; a size or a position has none. */
  static Optional<HostcallGuards> notNegative(Answered a) {
    long value = a.call().name() == CallName.STAT ? a.answer().get(ST_SIZE) : a.ret();
    return a.refuse(SIZE_NOT_NEGATIVE, value < -a.slack(SIZE_NOT_NEGATIVE));
  }

  /** man 2 sendfile: offset is left at the byte after the last one sent. */
  static Optional<HostcallGuards> offsetMoves(Answered a) {
    long moved = a.words().plus(a.argument(OFFSET), a.ret());
    return a.refuse(OFFSET_MOVES_BY_COUNT, a.answer().get(OFFSET) != moved);
  }

  /** man 2 getdents: a reader adds d_reclen, and never ends where it is 0. */
  static Optional<HostcallGuards> recordNotEmpty(Answered a) {
    long first = a.answer().get(RECLEN0);
    boolean second = first != a.ret();
    boolean empty = first == 0 || (second && a.answer().get(RECLEN1) == 0);
    return a.refuse(RECORD_NOT_EMPTY, hasRecords(a) && empty);
  }

  /** man 2 getdents: the last record ends where the bytes end. */
  static Optional<HostcallGuards> recordsEnd(Answered a) {
    long first = a.answer().get(RECLEN0);
    long left = a.ret() - first;
    boolean one = left == 0;
    boolean two = first <= a.ret() && first >= 0 && a.answer().get(RECLEN1) == left;
    return a.refuse(RECORDS_END_AT_COUNT, hasRecords(a) && !one && !two);
  }

  private static boolean hasRecords(Answered a) {
    return a.ret() != 0 && a.answer().has(RECLEN0);
  }

  /** man 2 getcwd: the length with the null byte, of a name that begins with a slash. */
  static Optional<HostcallGuards> stringEnds(Answered a) {
    boolean ends = a.ret() >= SHORTEST_NAME && a.answer().get(NUL) == a.ret() - 1;
    return a.refuse(STRING_ENDS_AT_COUNT, a.answer().has(NUL) && !ends);
  }

  /** RDRAND gives what no host has seen. */
  static Optional<HostcallGuards> notRandom(Answered a) {
    return a.refuse(RANDOMNESS_NOT_FROM_HOST, true);
  }
}
