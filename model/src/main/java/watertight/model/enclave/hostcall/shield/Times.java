package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.Optional;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostcallGuards;

/** Clocks. That one jumps forward cannot be seen. */
final class Times {
  private Times() {}

  /** man 2 clock_gettime, CLOCK_MONOTONIC: not below what it said before. */
  static Optional<HostcallGuards> notBack(Answered a) {
    long now = a.answer().get(NS) + a.slack(CLOCK_NOT_BACK);
    boolean back = a.knew().lastNs().isPresent() && now < a.knew().lastNs().getAsLong();
    return a.refuse(CLOCK_NOT_BACK, back && !mayGoBack(a));
  }

  /** The clock of the wall is set by people. Away: too strict. */
  private static boolean mayGoBack(Answered a) {
    return a.argument(CLOCK) != Constants.CLOCK_MONOTONIC && a.guards().has(WALL_CLOCK_MAY_GO_BACK);
  }

  /** man 3 timespec: tv_nsec is 0 to 999,999,999. */
  static Optional<HostcallGuards> belowSecond(Answered a) {
    return a.atMost(NANOSECONDS_BELOW_SECOND, a.answer().get(NSEC), Constants.NANOSECONDS - 1);
  }
}
