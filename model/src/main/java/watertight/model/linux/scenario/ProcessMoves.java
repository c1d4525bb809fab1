package watertight.model.linux.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import watertight.model.Domain;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.Disposition;
import watertight.model.linux.process.RebootCall;
import watertight.model.linux.process.WaitCall;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCalls;
import watertight.model.linux.signal.SignalSet;

/** The arguments that searches try for calls on processes and signals. */
final class ProcessMoves {
  /** The calls on processes that a party can be allowed. */
  static final List<String> NAMES =
      List.of(
          "exit_group",
          "wait4",
          "getpid",
          "gettid",
          "getppid",
          "getpgid",
          "getsid",
          "setpgid",
          "setsid",
          "kill",
          "tgkill",
          "pidfd_open",
          "rt_sigaction",
          "rt_sigprocmask",
          "prctl",
          "reboot");

  private final List<Integer> numbers;

  /**
   * Moves with process numbers.
   *
   * @param last the largest number that is tried; the smallest is 1
   */
  ProcessMoves(int last) {
    numbers = IntStream.rangeClosed(1, last).boxed().toList();
  }

  /** Whether a party with these calls makes processes and ends them, not only files. */
  static boolean areAmong(Set<String> calls) {
    return !Collections.disjoint(calls, NAMES);
  }

  /** The calls with this name, or none when it is not one of {@link #NAMES}. */
  List<Syscall> of(String name) {
    return switch (name) {
      case "exit_group" -> List.of(new Syscall.ExitGroup(0));
      case "wait4" -> List.of(new Syscall.Wait4(-1, WaitCall.WNOHANG | WaitCall.WALL));
      case "getpid" -> List.of(new Syscall.Getpid());
      case "gettid" -> List.of(new Syscall.Gettid());
      case "getppid" -> List.of(new Syscall.Getppid());
      case "getpgid" -> numbers.stream().<Syscall>map(Syscall.Getpgid::new).toList();
      case "getsid" -> numbers.stream().<Syscall>map(Syscall.Getsid::new).toList();
      case "setpgid" -> setpgid();
      case "setsid" -> List.of(new Syscall.Setsid());
      case "kill" -> kill();
      case "tgkill" ->
          numbers.stream()
              .<Syscall>map(n -> new Syscall.Tgkill(n, n, Signal.SIGKILL.number()))
              .toList();
      case "pidfd_open" -> numbers.stream().<Syscall>map(n -> new Syscall.PidfdOpen(n, 0)).toList();
      case "rt_sigaction" -> dispositions();
      case "rt_sigprocmask" ->
          List.of(
              new Syscall.RtSigprocmask(SignalCalls.SIG_SETMASK, SignalSet.NONE),
              new Syscall.RtSigprocmask(
                  SignalCalls.SIG_SETMASK, SignalSet.of(List.of(Signal.SIGTERM))));
      case "prctl" ->
          List.of(
              new Syscall.Prctl(Syscall.PrctlOption.PR_SET_PDEATHSIG, Signal.SIGKILL.number()),
              new Syscall.Prctl(Syscall.PrctlOption.PR_SET_CHILD_SUBREAPER, 1));
      case "reboot" -> List.of(new Syscall.Reboot(RebootCall.HALT));
      default -> List.of();
    };
  }

  /** What clone is tried with by a party that makes processes. */
  static Domain<Long> clone(List<Long> usual) {
    List<Long> flags = new ArrayList<>(usual);
    flags.add(CloneFlags.SIGCHLD);
    flags.add(CloneFlags.CLONE_NEWPID | CloneFlags.SIGCHLD);
    return Domain.of(flags);
  }

  /** What unshare is tried with by a party that makes processes. */
  static Domain<Long> unshare(List<Long> usual) {
    List<Long> flags = new ArrayList<>(usual);
    flags.add(CloneFlags.CLONE_NEWPID);
    return Domain.of(flags);
  }

  private List<Syscall> setpgid() {
    List<Syscall> all = new ArrayList<>(List.of(new Syscall.Setpgid(0, 0)));
    numbers.forEach(to -> all.add(new Syscall.Setpgid(0, to)));
    return all;
  }

  private List<Syscall> kill() {
    List<Integer> whom = new ArrayList<>(List.of(0, -1));
    whom.addAll(numbers);
    List<Syscall> all = new ArrayList<>();
    for (Signal signal : List.of(Signal.SIGKILL, Signal.SIGTERM, Signal.SIGCONT)) {
      whom.forEach(pid -> all.add(new Syscall.Kill(pid, signal.number())));
    }
    return all;
  }

  private static List<Syscall> dispositions() {
    return List.of(
        new Syscall.RtSigaction(Signal.SIGTERM.number(), Disposition.HANDLED, 0),
        new Syscall.RtSigaction(Signal.SIGTERM.number(), Disposition.IGNORED, 0),
        new Syscall.RtSigaction(Signal.SIGCHLD.number(), Disposition.IGNORED, 0));
  }
}
