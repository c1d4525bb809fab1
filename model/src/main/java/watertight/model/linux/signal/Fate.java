package watertight.model.linux.signal;

import static watertight.model.linux.signal.SignalChoices.BLOCKED_SIGNAL_WAITS;
import static watertight.model.linux.signal.SignalChoices.IGNORED_SIGNAL_IS_DROPPED;
import static watertight.model.linux.signal.SignalChoices.INIT_IGNORES_UNHANDLED;

import java.util.EnumSet;
import java.util.Set;
import watertight.model.linux.Caller;
import watertight.model.linux.task.Task;

/**
 * What becomes of a signal, as it is sent and again as it is delivered: what a receiver does with
 * signals may change in between.
 *
 * @param c who sends, or takes
 * @param met takes the choices that are met
 */
record Fate(Caller c, Set<SignalChoices> met) {
  /** The fate of signals that nobody is told of. */
  static Fate untold(Caller c) {
    return new Fate(c, EnumSet.noneOf(SignalChoices.class));
  }

  private boolean meets(SignalChoices choice, boolean condition) {
    boolean is = condition && c.has(choice);
    if (is) {
      met.add(choice);
    }
    return is;
  }

  /** Whether it is held back. */
  boolean waits(SignalSet blocked, Signal signal) {
    return meets(BLOCKED_SIGNAL_WAITS, blocked.has(signal));
  }

  /** Whether an init is safe from it; pid 1 of the world handles nothing. */
  boolean isInitsOwn(Task task, SignalState state, Signal signal, boolean forced) {
    boolean init = task.equals(Task.INIT) || Init.is(c.cells(), task);
    boolean unhandled = state.isDefault(signal) && !(forced && signal.isKernelOnly());
    return meets(INIT_IGNORES_UNHANDLED, init && unhandled);
  }

  /** Whether it does nothing. */
  boolean isIgnored(SignalState state, Signal signal) {
    return meets(IGNORED_SIGNAL_IS_DROPPED, state.ignores(signal));
  }
}
