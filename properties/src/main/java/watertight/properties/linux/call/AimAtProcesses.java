package watertight.properties.linux.call;

import java.util.List;
import java.util.stream.Stream;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.process.WaitCall;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCell;
import watertight.model.linux.signal.SignalState;
import watertight.model.linux.task.Task;

/** Calls on processes, with numbers that stand for somebody. */
record AimAtProcesses(Cells cells, Task task, int choice) {
  private static final int MOST_NUMBERS = 40;
  private static final Syscall CHILD = new Syscall.Clone(Signal.SIGCHLD.number());

  private Caller caller() {
    return new Caller(cells, Rules.LINUX, task);
  }

  /** The number of a process that the caller sees; its own where it sees no other. */
  private int somebody() {
    List<Task> seen =
        Kin.all(cells).stream().filter(one -> Numbers.seen(caller(), one) > 0).toList();
    return Numbers.seen(caller(), seen.get(choice % seen.size()));
  }

  private int group() {
    for (int i = 0; i < MOST_NUMBERS; i++) {
      int number = 2 + (choice + i) % MOST_NUMBERS;
      if (Numbers.group(caller(), number) != null) {
        return number;
      }
    }
    return Numbers.seen(caller(), task);
  }

  /** A wait that does not block, or a child to wait for. */
  Syscall at(Syscall.Wait4 call) {
    boolean childless = Kin.children(cells, task).isEmpty();
    return childless
        ? CHILD
        : new Syscall.Wait4(
            -1, WaitCall.WNOHANG | WaitCall.WALL | call.options() & WaitCall.WUNTRACED);
  }

  Syscall at(Syscall.Getpgid call) {
    return new Syscall.Getpgid(somebody());
  }

  Syscall at(Syscall.Getsid call) {
    return new Syscall.Getsid(somebody());
  }

  /** The caller or a child, into its own group or another. */
  Syscall at(Syscall.Setpgid call) {
    List<Task> movable =
        Stream.concat(Stream.of(task), Kin.children(cells, task).stream())
            .filter(one -> !Kin.session(cells, one).equals(one))
            .toList();
    if (movable.isEmpty()) {
      return CHILD;
    }
    int of = Numbers.seen(caller(), movable.get(choice / 3 % movable.size()));
    return new Syscall.Setpgid(of, choice % 2 == 0 ? 0 : group());
  }

  /** Who leads a group already makes a child instead, which does not. */
  Syscall at(Syscall.Setsid call) {
    return Kin.members(cells, task).isEmpty() ? call : CHILD;
  }

  Syscall at(Syscall.Kill call) {
    if (choice % 4 == 0) {
      return new Syscall.Kill(-group(), signal(call.signal()));
    }
    int number = somebody();
    return new Syscall.Kill(number, known(number, call.signal()));
  }

  /** Now and then a signal that the target holds back, or that is pending there already. */
  private int known(int number, int drawn) {
    Task target = Numbers.process(caller(), number);
    SignalState state = cells.get(new SignalCell(target));
    List<Signal> held = state.blocked().or(state.handled()).signals();
    return held.isEmpty() || choice % 3 != 0
        ? signal(drawn)
        : held.get(choice / 3 % held.size()).number();
  }

  Syscall at(Syscall.Tgkill call) {
    int number = somebody();
    return new Syscall.Tgkill(number, number, known(number, call.signal()));
  }

  int signal(int drawn) {
    return drawn < 0 || drawn > Signal.LARGEST ? 0 : drawn;
  }

  Syscall at(Syscall.PidfdOpen call) {
    return new Syscall.PidfdOpen(somebody(), 0);
  }

  Syscall at(Syscall.RtSigaction call) {
    return new Syscall.RtSigaction(Signal.SIGUSR1.number(), call.disposition(), call.flags());
  }
}
