package watertight.model.linux.signal;

import java.util.function.Predicate;

/**
 * What a task does with signals, and which wait for it.
 *
 * @param blocked those that it holds back (sigprocmask)
 * @param ignored those that it ignores (SIG_IGN)
 * @param handled those that run a handler
 * @param noCldWait whether its children leave no zombies (SA_NOCLDWAIT)
 * @param noCldStop whether it is not told when a child stops or goes on (SA_NOCLDSTOP)
 * @param own those pending for this thread alone
 * @param shared those pending for the process
 * @param entered those whose handlers are set up and have not run: the task was stopped before
 * @param fatal what ends the process as soon as it runs (SIGNAL_GROUP_EXIT), or null
 * @param continued whether its parent is still to be told that it goes on (SIGNAL_CLD_CONTINUED)
 */
public record SignalState(
    SignalSet blocked,
    SignalSet ignored,
    SignalSet handled,
    boolean noCldWait,
    boolean noCldStop,
    Queue own,
    Queue shared,
    Queue entered,
    Signal fatal,
    boolean continued) {
  /** A task that was never told anything about signals, and got none. */
  public static final SignalState DEFAULT =
      new SignalState(
          SignalSet.NONE,
          SignalSet.NONE,
          SignalSet.NONE,
          false,
          false,
          Queue.EMPTY,
          Queue.EMPTY,
          Queue.EMPTY,
          null,
          false);

  /** Whether something is to happen before the task goes on (signal_pending). */
  public boolean interrupts() {
    return fatal != null
        || continued
        || !entered.signals().isEmpty()
        || !own.set().or(shared.set()).minus(blocked).isEmpty();
  }

  /** What a child begins with: the same dispositions and mask, nothing pending; man 2 fork. */
  public SignalState inherited() {
    return new SignalState(
        blocked,
        ignored,
        handled,
        noCldWait,
        noCldStop,
        Queue.EMPTY,
        Queue.EMPTY,
        Queue.EMPTY,
        null,
        false);
  }

  SignalState withBlocked(SignalSet set) {
    return new SignalState(
        set, ignored, handled, noCldWait, noCldStop, own, shared, entered, fatal, continued);
  }

  SignalState withQueues(Queue newOwn, Queue newShared) {
    return new SignalState(
        blocked, ignored, handled, noCldWait, noCldStop, newOwn, newShared, entered, fatal,
        continued);
  }

  SignalState withEntered(Queue queue) {
    return new SignalState(
        blocked, ignored, handled, noCldWait, noCldStop, own, shared, queue, fatal, continued);
  }

  SignalState withFatal(Signal signal) {
    return new SignalState(
        blocked, ignored, handled, noCldWait, noCldStop, own, shared, entered, signal, false);
  }

  SignalState withContinued(boolean told) {
    return new SignalState(
        blocked, ignored, handled, noCldWait, noCldStop, own, shared, entered, fatal, told);
  }

  SignalState withDispositions(
      SignalSet nowIgnored, SignalSet nowHandled, boolean nowNoCldWait, boolean nowNoCldStop) {
    return new SignalState(
        blocked,
        nowIgnored,
        nowHandled,
        nowNoCldWait,
        nowNoCldStop,
        own,
        shared,
        entered,
        fatal,
        continued);
  }

  /** It cares for no child any more. */
  public SignalState ignoringChildren() {
    return withDispositions(
        ignored.with(Signal.SIGCHLD), handled.without(Signal.SIGCHLD), noCldWait, noCldStop);
  }

  /** Without any pending signal of these. */
  SignalState flushed(Predicate<Signal> which) {
    return withQueues(own.without(which), shared.without(which));
  }

  /** Whether it takes {@code signal} by default. */
  boolean isDefault(Signal signal) {
    return !ignored.has(signal) && !handled.has(signal);
  }

  /** Whether {@code signal} would do nothing (sig_handler_ignored). */
  boolean ignores(Signal signal) {
    return ignored.has(signal) || isDefault(signal) && signal.isIgnoredByDefault();
  }
}
