package watertight.properties.linux.call;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.Disposition;
import watertight.model.linux.Syscall.PrctlOption;
import watertight.model.linux.process.RebootCall;
import watertight.model.linux.process.WaitCall;
import watertight.model.linux.signal.PidfdCalls;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCalls;
import watertight.model.linux.signal.SignalSet;
import watertight.properties.linux.Weighted;

/**
 * Calls on processes and signals. Numbers are mostly those of the first tasks; what ends or stops
 * somebody is rarer than what looks, prepares and sends something harmless.
 */
final class Processes {
  private static final int CHLD = Signal.SIGCHLD.number();

  private Processes() {}

  /** Any of them. */
  static Arbitrary<Syscall> any() {
    return Weighted.of(
        Tuple.of(6, sending()),
        Tuple.of(2, throughPidfds()),
        Tuple.of(4, preparing()),
        Tuple.of(4, looking()),
        Tuple.of(3, moving()),
        Tuple.of(4, making()),
        Tuple.of(4, waiting()));
  }

  private static Arbitrary<Integer> pids() {
    return Weighted.of(
        Tuple.of(10, Arbitraries.of(2, 3, 4, 5, 6, 7)),
        Tuple.of(3, Arbitraries.of(0, 1)),
        Tuple.of(1, Arbitraries.of(-1, -2, 99, Integer.MIN_VALUE)));
  }

  private static Arbitrary<Integer> targets() {
    return Weighted.of(
        Tuple.of(8, pids()),
        Tuple.of(3, Arbitraries.of(0, -2, -3, -4)),
        Tuple.of(1, Arbitraries.of(-1, -1, Integer.MIN_VALUE)));
  }

  private static Arbitrary<Signal> some() {
    return Arbitraries.of(
        Signal.SIGUSR1,
        Signal.SIGUSR1,
        Signal.SIGCHLD,
        Signal.SIGCONT,
        Signal.SIGTERM,
        Signal.SIGTSTP,
        Signal.SIGHUP);
  }

  static Arbitrary<Integer> signals() {
    return Weighted.of(
        Tuple.of(16, some().map(Signal::number)),
        Tuple.of(3, Arbitraries.of(Signal.SIGSTOP, Signal.SIGCONT).map(Signal::number)),
        Tuple.of(1, Arbitraries.just(Signal.SIGKILL.number())),
        Tuple.of(4, Arbitraries.of(Arrays.asList(Signal.values())).map(Signal::number)),
        Tuple.of(3, Arbitraries.just(0)),
        Tuple.of(1, Arbitraries.of(-1, 65)));
  }

  private static Arbitrary<Syscall> sending() {
    Arbitrary<Syscall> kill = Combinators.combine(targets(), signals()).as(Syscall.Kill::new);
    Arbitrary<Syscall> same =
        Combinators.combine(pids(), signals()).as((p, s) -> new Syscall.Tgkill(p, p, s));
    Arbitrary<Syscall> other =
        Combinators.combine(pids(), pids(), signals()).as(Syscall.Tgkill::new);
    return Weighted.of(Tuple.of(5, kill), Tuple.of(2, same), Tuple.of(1, other));
  }

  /** Descriptors are mostly those from 3 on; directories of procfs are opened by others. */
  private static Arbitrary<Syscall> throughPidfds() {
    Arbitrary<Long> openFlags =
        Weighted.of(
            Tuple.of(8, Arbitraries.just(0L)),
            Tuple.of(
                4,
                Arbitraries.of(
                    PidfdCalls.PIDFD_NONBLOCK,
                    PidfdCalls.PIDFD_THREAD,
                    PidfdCalls.PIDFD_NONBLOCK | PidfdCalls.PIDFD_THREAD,
                    1L)));
    Arbitrary<Long> scopes =
        Weighted.of(
            Tuple.of(8, Arbitraries.just(0L)),
            Tuple.of(
                4,
                Arbitraries.of(
                    PidfdCalls.PIDFD_SIGNAL_THREAD,
                    PidfdCalls.PIDFD_SIGNAL_THREAD_GROUP,
                    PidfdCalls.PIDFD_SIGNAL_PROCESS_GROUP)),
            Tuple.of(1, Arbitraries.of(3L, 8L)));
    Arbitrary<Integer> fds = Arbitraries.of(3, 3, 4, 4, 5, 6, 7, 0, 99);
    Arbitrary<Syscall> open = Combinators.combine(pids(), openFlags).as(Syscall.PidfdOpen::new);
    Arbitrary<Syscall> send =
        Combinators.combine(fds, signals(), scopes).as(Syscall.PidfdSendSignal::new);
    return Weighted.of(Tuple.of(2, open), Tuple.of(3, send));
  }

  private static Arbitrary<Syscall> preparing() {
    Arbitrary<Syscall> action =
        Combinators.combine(
                Weighted.of(
                    Tuple.of(8, some().map(Signal::number)),
                    Tuple.of(1, Arbitraries.of(9, 19, 0, 65))),
                Arbitraries.of(
                    Disposition.HANDLED,
                    Disposition.HANDLED,
                    Disposition.IGNORED,
                    Disposition.DEFAULT),
                Arbitraries.of(0L, 0L, 0L, SignalCalls.SA_NOCLDSTOP, SignalCalls.SA_NOCLDWAIT))
            .as(Syscall.RtSigaction::new);
    Arbitrary<SignalSet> sets = some().list().ofMaxSize(3).map(SignalSet::of);
    Arbitrary<Syscall> mask =
        Combinators.combine(Arbitraries.of(0, 0, 0, 1, 2, 2, 3), sets)
            .as(Syscall.RtSigprocmask::new);
    Arbitrary<Syscall> death =
        signals().map(s -> new Syscall.Prctl(PrctlOption.PR_SET_PDEATHSIG, s));
    Arbitrary<Syscall> reaper =
        Arbitraries.of(1L, 1L, 0L)
            .map(on -> new Syscall.Prctl(PrctlOption.PR_SET_CHILD_SUBREAPER, on));
    return Weighted.of(
        Tuple.of(4, action), Tuple.of(4, mask), Tuple.of(2, death), Tuple.of(2, reaper));
  }

  private static Arbitrary<Syscall> looking() {
    return Arbitraries.oneOf(
        Arbitraries.of(List.of(new Syscall.Getpid(), new Syscall.Gettid(), new Syscall.Getppid())),
        pids().map(Syscall.Getpgid::new),
        pids().map(Syscall.Getsid::new));
  }

  private static Arbitrary<Syscall> moving() {
    return Weighted.of(
        Tuple.of(4, Combinators.combine(pids(), pids()).as(Syscall.Setpgid::new)),
        Tuple.of(1, Arbitraries.just(new Syscall.Setsid())));
  }

  private static Arbitrary<Syscall> making() {
    Arbitrary<Long> exits =
        Weighted.of(
            Tuple.of(8, Arbitraries.just((long) CHLD)),
            Tuple.of(3, Arbitraries.of(0L, (long) Signal.SIGUSR1.number())));
    Arbitrary<Long> flags =
        Arbitraries.of(
            0L,
            0L,
            0L,
            CloneFlags.CLONE_NEWPID,
            CloneFlags.CLONE_NEWPID,
            CloneFlags.CLONE_PARENT,
            CloneFlags.CLONE_FS,
            CloneFlags.CLONE_NEWPID | CloneFlags.CLONE_PARENT);
    Arbitrary<Syscall> clone =
        Combinators.combine(exits, flags).as((exit, flag) -> new Syscall.Clone(exit | flag));
    Arbitrary<Syscall> exit = Arbitraries.of(0, 3, 256).map(Syscall.ExitGroup::new);
    Arbitrary<Syscall> threads =
        Arbitraries.of(
                CloneFlags.CLONE_THREAD,
                CloneFlags.CLONE_SIGHAND,
                CloneFlags.CLONE_THREAD
                    | CloneFlags.CLONE_SIGHAND
                    | CloneFlags.CLONE_VM
                    | CloneFlags.CLONE_NEWPID)
            .map(Syscall.Clone::new);
    Arbitrary<Syscall> reboot =
        Arbitraries.of(RebootCall.RESTART, RebootCall.HALT, RebootCall.POWER_OFF, 7)
            .map(Syscall.Reboot::new);
    return Weighted.of(
        Tuple.of(16, clone),
        Tuple.of(3, exit),
        Tuple.of(3, Arbitraries.just(new Syscall.Unshare(CloneFlags.CLONE_NEWPID))),
        Tuple.of(1, threads),
        Tuple.of(2, reboot));
  }

  private static Arbitrary<Syscall> waiting() {
    Arbitrary<Integer> whom =
        Weighted.of(
            Tuple.of(5, Arbitraries.just(-1)),
            Tuple.of(3, pids()),
            Tuple.of(2, Arbitraries.of(0, -2, -3)));
    Arbitrary<Integer> options =
        Arbitraries.of(
                WaitCall.WNOHANG,
                WaitCall.WUNTRACED,
                WaitCall.WCONTINUED,
                WaitCall.WALL,
                WaitCall.WCLONE,
                WaitCall.WNOTHREAD)
            .set()
            .ofMaxSize(3)
            .map(set -> set.stream().reduce(0, (one, other) -> one | other));
    Arbitrary<Integer> mostlyNoWait =
        Combinators.combine(options, Arbitraries.of(0, 1, 1, 1)).as((some, hang) -> some | hang);
    return Combinators.combine(
            whom, Weighted.of(Tuple.of(20, mostlyNoWait), Tuple.of(1, Arbitraries.just(4))))
        .as(Syscall.Wait4::new);
  }
}
