package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.Optional;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostcallGuards;

/** Numbers of processes and of waiters. */
final class Processes {
  private Processes() {}

  /**
   * man 2 futex, FUTEX_WAKE: at most val. Linux wakes one for a val of 0: it counts before it
   * compares (kernel/futex/waketest.c: futex_wake).
   */
  static Optional<HostcallGuards> woken(Answered a) {
    boolean wakes = a.argument(OP) == Constants.FUTEX_WAKE;
    long most = a.argument(VAL) == 0 ? 1 : a.argument(VAL);
    return wakes ? a.atMost(WOKEN_AT_MOST_ASKED, a.ret(), most) : Optional.empty();
  }

  /** man 2 wait: one of the children, and the one that was asked for. */
  static Optional<HostcallGuards> childIsOwn(Answered a) {
    boolean own = a.knew().children().contains(a.ret());
    boolean meant = a.argument(PID) <= 0 || a.argument(PID) == a.ret();
    return a.refuse(CHILD_IS_OWN, a.ret() != 0 && !(own && meant));
  }

  /** man 2 wait: 0 says that nobody changed, with WNOHANG only. */
  static Optional<HostcallGuards> nobody(Answered a) {
    boolean asked = (a.argument(OPTIONS) & Constants.WNOHANG) != 0;
    return a.refuse(NOBODY_ONLY_IF_NOHANG, a.ret() == 0 && !asked);
  }

  /** man 2 getpid: positive, and always the same. */
  static Optional<HostcallGuards> stays(Answered a) {
    boolean other = a.knew().pid().isPresent() && a.knew().pid().getAsLong() != a.ret();
    return a.refuse(PID_STAYS, other || a.ret() <= 0);
  }
}
