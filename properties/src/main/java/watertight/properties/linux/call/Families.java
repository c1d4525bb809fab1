package watertight.properties.linux.call;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.Disposition;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCalls;
import watertight.model.linux.signal.SignalSet;
import watertight.properties.linux.Weighted;

/**
 * A family: two PID namespaces side by side, all tasks in one process group, who handle one signal,
 * ignore one and hold one back. Children take all that over from whoever makes them.
 */
final class Families {
  private static final Signal HANDLED = Signal.SIGTERM;
  private static final Signal IGNORED = Signal.SIGUSR2;
  private static final Signal BLOCKED = Signal.SIGUSR1;

  /** A child, which some of them have early. */
  static final Syscall CHILD = new Syscall.Clone(CloneFlags.SIGCHLD);

  /** What the first task does to found one. */
  static final List<Syscall> FOUNDING =
      List.of(
          new Syscall.RtSigaction(HANDLED.number(), Disposition.HANDLED, 0),
          new Syscall.RtSigaction(IGNORED.number(), Disposition.IGNORED, 0),
          new Syscall.RtSigprocmask(SignalCalls.SIG_BLOCK, SignalSet.of(List.of(BLOCKED))),
          new Syscall.Clone(CloneFlags.CLONE_NEWPID | CloneFlags.SIGCHLD),
          new Syscall.Clone(CloneFlags.CLONE_NEWPID | CloneFlags.SIGCHLD));

  private Families() {}

  /** Signals to others in it, more children, and whatever processes do. */
  static Arbitrary<Syscall> calls() {
    return Weighted.of(
        Tuple.of(9, Combinators.combine(whom(), signals()).as(Syscall.Kill::new)),
        Tuple.of(2, Arbitraries.just(CHILD)),
        Tuple.of(5, Processes.any()));
  }

  private static Arbitrary<Integer> whom() {
    return Weighted.of(
        Tuple.of(4, Arbitraries.just(0)),
        Tuple.of(2, Arbitraries.just(-1)),
        Tuple.of(5, Arbitraries.of(1, 1, 1, 2, 3, 4, 5)),
        Tuple.of(2, Arbitraries.of(-2, -2, -3, -4)));
  }

  /** Those without a disposition of their own mostly do nothing, so that the family lives on. */
  private static Arbitrary<Integer> signals() {
    return Arbitraries.of(
            HANDLED,
            HANDLED,
            IGNORED,
            IGNORED,
            IGNORED,
            BLOCKED,
            BLOCKED,
            Signal.SIGWINCH,
            Signal.SIGCONT,
            Signal.SIGHUP)
        .map(Signal::number);
  }
}
