package watertight.model.linux.signal;

import watertight.model.Guard;

/** What becomes of a signal where it could do otherwise: the sender gets 0 in any case. */
public enum SignalChoices implements Guard {
  /**
   * A signal that its receiver ignores, or that does nothing by default, is dropped
   * (sig_handler_ignored). Away: it is delivered, and by default ends the process.
   */
  IGNORED_SIGNAL_IS_DROPPED("ignored-signal-is-dropped"),
  /** A blocked signal waits, ignored or not (sig_ignored). Away: it is delivered all the same. */
  BLOCKED_SIGNAL_WAITS("blocked-signal-waits"),
  /** A standard signal that is pending is not queued again (legacy_queue). Never away. */
  PENDING_SIGNAL_STAYS_ONE("pending-signal-stays-one", true),
  /** A process that ends takes no signal (SIGNAL_GROUP_EXIT). Never away. */
  DYING_TAKES_NO_SIGNAL("dying-takes-no-signal", true),
  /** A stop signal takes away a pending SIGCONT, SIGCONT a pending stop (prepare_signal). */
  STOP_AND_CONTINUE_CANCEL("stop-and-continue-cancel"),
  /** SIGTSTP, SIGTTIN and SIGTTOU do not stop an orphaned group (get_signal). */
  ORPHANED_GROUP_DOES_NOT_STOP("orphaned-group-does-not-stop"),
  /**
   * An init takes no signal that it does not handle from inside its PID namespace; from an ancestor
   * SIGKILL and SIGSTOP (SIGNAL_UNKILLABLE). Away: it is as any process.
   */
  INIT_IGNORES_UNHANDLED("init-ignores-unhandled-signals");

  private final String id;
  private final boolean fixed;

  SignalChoices(String id) {
    this(id, false);
  }

  SignalChoices(String id, boolean fixed) {
    this.id = id;
    this.fixed = fixed;
  }

  /** Whether it is only counted: no weaker kernel without it is described. */
  public boolean isFixed() {
    return fixed;
  }

  @Override
  public String id() {
    return id;
  }
}
