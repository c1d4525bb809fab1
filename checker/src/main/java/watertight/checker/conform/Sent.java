package watertight.checker.conform;

import java.util.List;
import java.util.Locale;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.signal.Init;
import watertight.model.linux.signal.Sending;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCell;
import watertight.model.linux.signal.SignalState;
import watertight.model.linux.task.Task;

/**
 * One receiver of a signal that kill has sent.
 *
 * @param form how it was named
 * @param cell who sent what to whom
 */
public record Sent(Form form, Place cell) {
  /** How kill names those who get the signal; man 2 kill. */
  public enum Form {
    PID,
    OWN_GROUP,
    GROUP,
    ALL;

    /** The argument. */
    public String text() {
      return switch (this) {
        case PID -> "pid";
        case OWN_GROUP -> "0";
        case GROUP -> "-group";
        case ALL -> "-1";
      };
    }

    static Form of(int pid) {
      if (pid > 0) {
        return PID;
      }
      return pid == 0 ? OWN_GROUP : pid == -1 ? ALL : GROUP;
    }
  }

  /** Where the sender is, as the receiver's PID namespace has it. */
  public enum From {
    /** It has a number there. */
    INSIDE,
    /** It is in one of those above. */
    ANCESTOR,
    /** Neither: only a group that both are in leads from one to the other. */
    SIBLING
  }

  /** What the receiver does with the signal. */
  public enum Does {
    DEFAULT,
    IGNORED,
    HANDLED,
    BLOCKED
  }

  /**
   * A cell of the table.
   *
   * @param init whether the receiver is the init of its PID namespace
   */
  public record Place(From from, boolean init, Does does) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Integer.compare(number(), other.number());
    }

    private int number() {
      return (from.ordinal() * 2 + (init ? 0 : 1)) * Does.values().length + does.ordinal();
    }

    /** The row of the table that it is in. */
    public String row() {
      return from.name().toLowerCase(Locale.ROOT) + " to " + (init ? "init" : "another");
    }
  }

  /**
   * Who gets the signal of a call, by kill, that has gone well; the caller itself left out.
   *
   * @param before the state in which it was made
   */
  static List<Sent> by(Cells before, Rules rules, Task task, Syscall call, Result result) {
    boolean sent = result instanceof Result.Returned(Reply.Sent met);
    if (!sent || !(call instanceof Syscall.Kill(int pid, int number)) || number == 0) {
      return List.of();
    }
    Caller c = new Caller(before, rules, task);
    Signal signal = Signal.of(number).orElseThrow();
    return receivers(c, pid).stream()
        .filter(one -> !one.equals(task) && !one.equals(Task.INIT))
        .filter(one -> Sending.mayReach(c, one, number))
        .map(one -> new Sent(Form.of(pid), place(c, one, signal)))
        .toList();
  }

  private static List<Task> receivers(Caller c, int pid) {
    return switch (Form.of(pid)) {
      case PID -> List.of(Numbers.process(c, pid));
      case OWN_GROUP -> Kin.members(c.cells(), Kin.group(c.cells(), c.task()));
      case GROUP -> Kin.members(c.cells(), Numbers.group(c, -pid));
      case ALL -> Kin.all(c.cells()).stream().filter(one -> Numbers.seen(c, one) > 1).toList();
    };
  }

  private static Place place(Caller c, Task target, Signal signal) {
    SignalState state = c.cells().get(new SignalCell(target));
    return new Place(from(c, target), Init.is(c.cells(), target), does(state, signal));
  }

  private static From from(Caller c, Task target) {
    PidNamespace there = PidNamespaces.active(c.cells(), target);
    PidNamespace here = PidNamespaces.active(c.cells(), c.task());
    if (Numbers.seenBy(c, target) > 0) {
      return From.INSIDE;
    }
    return PidNamespaces.isBelow(c.cells(), there, here) ? From.ANCESTOR : From.SIBLING;
  }

  private static Does does(SignalState state, Signal signal) {
    if (state.blocked().has(signal)) {
      return Does.BLOCKED;
    }
    if (state.handled().has(signal)) {
      return Does.HANDLED;
    }
    return state.ignored().has(signal) ? Does.IGNORED : Does.DEFAULT;
  }
}
