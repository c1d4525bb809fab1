package watertight.model.linux.signal;

import static watertight.model.linux.signal.SignalGates.ACTION_SIGNAL;
import static watertight.model.linux.signal.SignalGates.MASK_WAY;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.Disposition;

/** man 2 rt_sigaction, man 2 rt_sigprocmask; kernel/signal.c. */
public final class SignalCalls {
  public static final long SA_NOCLDSTOP = 1;
  public static final long SA_NOCLDWAIT = 2;
  public static final int SIG_BLOCK = 0;
  public static final int SIG_UNBLOCK = 1;
  public static final int SIG_SETMASK = 2;

  /** What a call with the number of a real-time signal comes to: a kernel would take it. */
  public static final Result REAL_TIME =
      new Result.NotEnabled("real-time signals are not in this version");

  private SignalCalls() {}

  /**
   * man 2 rt_sigaction: what is ignored from now on is no longer pending (do_sigaction). Handlers
   * restart the calls that they interrupt.
   */
  public static Result rtSigaction(Caller c, Syscall.RtSigaction call) {
    if (Signal.isRealTime(call.signal())) {
      return REAL_TIME;
    }
    Signal signal = Signal.of(call.signal()).orElse(null);
    if (signal == null || signal.isKernelOnly()) {
      return new Refused(ACTION_SIGNAL);
    }
    Cells cells = c.cells();
    SignalState old = cells.get(new SignalCell(c.task()));
    boolean isChld = signal == Signal.SIGCHLD;
    SignalState now =
        old.withDispositions(
            put(old.ignored(), signal, call.disposition() == Disposition.IGNORED),
            put(old.handled(), signal, call.disposition() == Disposition.HANDLED),
            isChld ? (call.flags() & SA_NOCLDWAIT) != 0 : old.noCldWait(),
            isChld ? (call.flags() & SA_NOCLDSTOP) != 0 : old.noCldStop());
    cells.set(
        new SignalCell(c.task()),
        now.ignores(signal) ? now.flushed(pending -> pending == signal) : now);
    return Reply.zero();
  }

  private static SignalSet put(SignalSet set, Signal signal, boolean is) {
    return is ? set.with(signal) : set.without(signal);
  }

  /** man 2 rt_sigprocmask; what is no longer blocked comes before the call returns. */
  public static Result rtSigprocmask(Caller c, int how, SignalSet set) {
    Cells cells = c.cells();
    SignalState old = cells.get(new SignalCell(c.task()));
    SignalSet given = set.blockable();
    SignalSet blocked;
    switch (how) {
      case SIG_BLOCK -> blocked = old.blocked().or(given);
      case SIG_UNBLOCK -> blocked = old.blocked().minus(given);
      case SIG_SETMASK -> blocked = given;
      default -> {
        return new Refused(MASK_WAY);
      }
    }
    cells.set(new SignalCell(c.task()), old.withBlocked(blocked));
    Pace.set(cells, c.task());
    return Reply.zero();
  }
}
