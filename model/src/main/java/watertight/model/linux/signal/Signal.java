package watertight.model.linux.signal;

import java.util.Optional;

/** The standard signals, with what they do unless a task says otherwise; man 7 signal. */
public enum Signal {
  SIGHUP(Action.TERM),
  SIGINT(Action.TERM),
  SIGQUIT(Action.CORE),
  SIGILL(Action.CORE),
  SIGTRAP(Action.CORE),
  SIGABRT(Action.CORE),
  SIGBUS(Action.CORE),
  SIGFPE(Action.CORE),
  SIGKILL(Action.TERM),
  SIGUSR1(Action.TERM),
  SIGSEGV(Action.CORE),
  SIGUSR2(Action.TERM),
  SIGPIPE(Action.TERM),
  SIGALRM(Action.TERM),
  SIGTERM(Action.TERM),
  SIGSTKFLT(Action.TERM),
  SIGCHLD(Action.IGNORE),
  SIGCONT(Action.CONTINUE),
  SIGSTOP(Action.STOP),
  SIGTSTP(Action.STOP),
  SIGTTIN(Action.STOP),
  SIGTTOU(Action.STOP),
  SIGURG(Action.IGNORE),
  SIGXCPU(Action.CORE),
  SIGXFSZ(Action.CORE),
  SIGVTALRM(Action.TERM),
  SIGPROF(Action.TERM),
  SIGWINCH(Action.IGNORE),
  SIGIO(Action.TERM),
  SIGPWR(Action.TERM),
  SIGSYS(Action.CORE);

  /** The largest number that is a signal (_NSIG); above 31 they are real-time signals. */
  public static final int LARGEST = 64;

  /** What a signal does by default. */
  public enum Action {
    /** Ends the process. */
    TERM,
    /** Ends the process; no core is dumped here. */
    CORE,
    /** Does nothing. */
    IGNORE,
    /** Stops the process. */
    STOP,
    /** Does nothing once it has woken a stopped process. */
    CONTINUE
  }

  private final Action action;

  Signal(Action action) {
    this.action = action;
  }

  /** Its number. */
  public int number() {
    return ordinal() + 1;
  }

  /** What it does by default. */
  public Action action() {
    return action;
  }

  /** The standard signal with this number. */
  public static Optional<Signal> of(int number) {
    return number >= 1 && number <= values().length
        ? Optional.of(values()[number - 1])
        : Optional.empty();
  }

  /** Whether this is the number of a real-time signal; man 7 signal. This version has none. */
  public static boolean isRealTime(int number) {
    return number > values().length && number <= LARGEST;
  }

  /** Whether it can neither be handled, ignored nor blocked. */
  public boolean isKernelOnly() {
    return this == SIGKILL || this == SIGSTOP;
  }

  /** Whether its default is to do nothing (SIG_KERNEL_IGNORE_MASK). */
  public boolean isIgnoredByDefault() {
    return action == Action.IGNORE || action == Action.CONTINUE;
  }

  /** Whether its default is to stop the process (SIG_KERNEL_STOP_MASK). */
  public boolean stops() {
    return action == Action.STOP;
  }

  /** Whether a fault of the task itself makes it: such are taken first (SYNCHRONOUS_MASK). */
  boolean isSynchronous() {
    return this == SIGSEGV
        || this == SIGBUS
        || this == SIGILL
        || this == SIGTRAP
        || this == SIGFPE
        || this == SIGSYS;
  }
}
