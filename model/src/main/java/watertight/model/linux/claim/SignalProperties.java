package watertight.model.linux.claim;

import java.util.List;
import java.util.stream.Stream;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.linux.Syscall;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.ProcessCell;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.signal.Init;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCell;
import watertight.model.linux.signal.SignalSet;
import watertight.model.linux.signal.SignalState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState.Life;
import watertight.model.linux.task.TasksCell;

/** The predicates of the claims about signals across PID namespaces. */
final class SignalProperties {
  private SignalProperties() {}

  /** What a task has got in a step: put among what is pending, or what ends or wakes it. */
  private static SignalSet got(Cells before, Cells after, Task task) {
    return pending(after, task).minus(pending(before, task));
  }

  private static SignalSet pending(Cells cells, Task task) {
    SignalState state = cells.get(new SignalCell(task));
    SignalSet pending = state.own().set().or(state.shared().set());
    SignalSet fatal = state.fatal() == null ? pending : pending.with(state.fatal());
    return state.continued() ? fatal.with(Signal.SIGCONT) : fatal;
  }

  /** Nothing that a task does gives a task outside a signal that its children are not due. */
  static Property.OfSteps<Move> noSignalOutward() {
    return (before, move, result, after) -> {
      PidNamespace own = PidProperties.active(before, move.task());
      return Views.tasks(before).stream()
          .filter(other -> !PidProperties.isIn(before, other, own))
          .noneMatch(other -> isSignalled(before, after, other));
    };
  }

  /** Whether a task has got a signal that its children are not due. */
  static boolean isSignalled(Cells before, Cells after, Task task) {
    return !got(before, after, task).minus(due(before, task)).isEmpty();
  }

  /** The same for those whose process group and session have no member outside. */
  static Property.OfSteps<Move> noSignalOutwardAlone() {
    Property.OfSteps<Move> nobody = noSignalOutward();
    return (before, move, result, after) ->
        !isAlone(before, move.task()) || nobody.holds(before, move, result, after);
  }

  /** SIGCHLD, and the exit signals that it chose for its children. */
  private static SignalSet due(Cells cells, Task parent) {
    SignalSet due = SignalSet.of(List.of(Signal.SIGCHLD));
    for (Task child : Kin.children(cells, parent)) {
      due = Signal.of(cells.get(new ProcessCell(child)).exitSignal()).map(due::with).orElse(due);
    }
    return due;
  }

  /** Whether a task's process group and session have no member outside its namespace. */
  static boolean isAlone(Cells cells, Task task) {
    PidNamespace own = PidProperties.active(cells, task);
    return Kin.all(cells).stream()
        .filter(
            other ->
                Kin.group(cells, other).equals(Kin.group(cells, task))
                    || Kin.session(cells, other).equals(Kin.session(cells, task)))
        .allMatch(other -> PidProperties.isIn(cells, other, own));
  }

  /**
   * What an init gets from inside is handled or held back, from above also SIGKILL and SIGSTOP; and
   * once it is gone nobody is left below.
   */
  static Property.OfSteps<Move> initProtected() {
    return (before, move, result, after) ->
        inits(before).allMatch(init -> takesWhatItMay(before, move, after, init))
            && after.get(new TasksCell()).list().stream()
                .filter(task -> Init.is(after, task) && isGone(after, task))
                .allMatch(init -> isAloneBelow(after, init));
  }

  private static Stream<Task> inits(Cells cells) {
    return Views.tasks(cells).stream().filter(task -> Init.is(cells, task));
  }

  private static boolean isGone(Cells cells, Task task) {
    Life life = cells.get(new TaskCell(task)).life();
    return life == Life.ZOMBIE || life == Life.REAPED;
  }

  private static boolean isAloneBelow(Cells cells, Task init) {
    PidNamespace own = PidProperties.active(cells, init);
    return Views.tasks(cells).stream().noneMatch(task -> PidProperties.isIn(cells, task, own));
  }

  private static boolean takesWhatItMay(Cells before, Move move, Cells after, Task init) {
    SignalState state = before.get(new SignalCell(init));
    PidNamespace own = PidProperties.active(before, init);
    boolean inside = PidProperties.isIn(before, move.task(), own);
    SignalSet may = state.handled().or(state.blocked());
    SignalSet all = inside ? may : may.with(Signal.SIGKILL).with(Signal.SIGSTOP);
    return isReboot(move) || got(before, after, init).minus(all).isEmpty();
  }

  /** reboot(2) does end the init. */
  private static boolean isReboot(Move move) {
    return move instanceof Move.Call(Task task, Syscall.Reboot reboot);
  }

  /** Whether a task, alone with its like in its group and session, sends from below the world. */
  static boolean sendsAlone(Cells before, Move move) {
    return isSent(move)
        && !PidNamespaces.isWorld(PidProperties.active(before, move.task()))
        && isAlone(before, move.task());
  }

  /** Whether a task sends to the init of its own namespace. */
  static boolean sendsToInit(Cells before, Move move) {
    PidNamespace own = PidProperties.active(before, move.task());
    return move instanceof Move.Call(Task task, Syscall.Kill(int pid, int signal))
        && pid == 1
        && !PidNamespaces.isWorld(own)
        && inits(before).anyMatch(init -> PidProperties.active(before, init).equals(own));
  }

  private static boolean isSent(Move move) {
    return move instanceof Move.Call(Task task, Syscall call)
        && (call instanceof Syscall.Kill
            || call instanceof Syscall.Tgkill
            || call instanceof Syscall.PidfdSendSignal);
  }
}
