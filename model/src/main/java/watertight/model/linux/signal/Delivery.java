package watertight.model.linux.signal;

import static watertight.model.linux.signal.SignalChoices.ORPHANED_GROUP_DOES_NOT_STOP;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.process.Exit;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.ProcessCell;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState.Life;

/**
 * What a task does with its signals before it goes on; kernel/signal.c: get_signal. Handlers are
 * set up one upon the other, and run when no signal is left that stops or ends the task.
 */
public final class Delivery {
  private final Caller c;
  private final Cells cells;
  private final Task task;
  private final Fate fate;
  private final List<Reply.Handled> ran = new ArrayList<>();

  private Delivery(Caller c) {
    this.c = c;
    this.cells = c.cells();
    this.task = c.task();
    this.fate = Fate.untold(c);
  }

  /** Delivers everything that the caller's task does not hold back. */
  public static Result deliver(Caller c) {
    return new Delivery(c).all();
  }

  private SignalState state() {
    return cells.get(new SignalCell(task));
  }

  private void put(SignalState state) {
    cells.set(new SignalCell(task), state);
  }

  private Result all() {
    if (state().continued()) {
      put(state().withContinued(false));
      tellParent();
    }
    cells.set(new TaskCell(task), cells.get(new TaskCell(task)).withLife(Life.INTERRUPTED));
    if (state().fatal() != null) {
      Signal fatal = state().fatal();
      put(state().withQueues(takenOff(state().own()), state().shared()));
      return dies(fatal);
    }
    do {
      for (Signal next = next(); next != null; next = next()) {
        Result end = take(next);
        if (end != null) {
          return end;
        }
      }
      runEntered();
    } while (next() != null);
    Pace.set(cells, task);
    return new Result.Returned(new Reply.Delivered(ran));
  }

  /** What is fatal is not dequeued; but SIGKILL of the thread's own is taken off (get_signal). */
  private static Queue takenOff(Queue own) {
    return own.without(signal -> signal == Signal.SIGKILL);
  }

  private Signal next() {
    SignalSet masked = masked();
    Predicate<Signal> waits = signal -> fate.waits(masked, signal);
    Signal own = state().own().next(waits);
    return own != null ? own : state().shared().next(waits);
  }

  /** A handler that is set up holds back its own signal. */
  private SignalSet masked() {
    return state().blocked().or(state().entered().set());
  }

  private Sender dequeue(Signal signal) {
    SignalState old = state();
    boolean own = old.own().set().has(signal);
    Sender sender = (own ? old.own() : old.shared()).signals().get(signal);
    put(
        own
            ? old.withQueues(old.own().without(s -> s == signal), old.shared())
            : old.withQueues(old.own(), old.shared().without(s -> s == signal)));
    return sender;
  }

  /** Null when the task goes on. */
  private Result take(Signal signal) {
    Sender sender = dequeue(signal);
    if (state().handled().has(signal)) {
      put(state().withEntered(state().entered().with(signal, sender)));
      return null;
    }
    if (fate.isIgnored(state(), signal) || fate.isInitsOwn(task, state(), signal, true)) {
      return null;
    }
    if (!signal.stops()) {
      return dies(signal);
    }
    return staysUp(signal) ? null : stops(signal);
  }

  private boolean staysUp(Signal signal) {
    return signal != Signal.SIGSTOP
        && Kin.isOrphaned(cells, Kin.group(cells, task), null)
        && c.has(ORPHANED_GROUP_DOES_NOT_STOP);
  }

  private Result dies(Signal signal) {
    Exit.of(c, signal.number());
    return new Result.Dies("killed by " + signal);
  }

  private Result stops(Signal signal) {
    cells.set(new TaskCell(task), cells.get(new TaskCell(task)).withLife(Life.STOPPED));
    cells.set(
        new ProcessCell(task), cells.get(new ProcessCell(task)).reporting(signal.number(), false));
    tellParent();
    return new Result.Returned(new Reply.Delivered(ran));
  }

  /** SIGCHLD for a stop and for going on, whatever the exit signal (do_notify_parent_cldstop). */
  private void tellParent() {
    Task parent = Kin.parentOf(cells, task);
    if (parent.equals(Task.INIT)) {
      return;
    }
    SignalState told = cells.get(new SignalCell(parent));
    if (!told.ignored().has(Signal.SIGCHLD) && !told.noCldStop()) {
      Sending.byKernel(c, parent, Signal.SIGCHLD);
    }
  }

  private void runEntered() {
    for (Map.Entry<Signal, Sender> one : state().entered().signals().entrySet()) {
      ran.add(new Reply.Handled(one.getKey(), one.getValue()));
    }
    put(state().withEntered(Queue.EMPTY));
  }
}
