package watertight.model.linux.signal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A set of standard signals (sigset_t).
 *
 * @param bits bit n − 1 stands for the signal n
 */
public record SignalSet(long bits) {
  /** No signal. */
  public static final SignalSet NONE = new SignalSet(0);

  /** What no task can block. */
  private static final SignalSet KERNEL_ONLY = of(List.of(Signal.SIGKILL, Signal.SIGSTOP));

  /** These signals. */
  public static SignalSet of(Collection<Signal> signals) {
    SignalSet set = NONE;
    for (Signal signal : signals) {
      set = set.with(signal);
    }
    return set;
  }

  private static long bit(Signal signal) {
    return 1L << (signal.number() - 1);
  }

  /** Whether {@code signal} is in it. */
  public boolean has(Signal signal) {
    return (bits & bit(signal)) != 0;
  }

  /** Whether there is none in it. */
  public boolean isEmpty() {
    return bits == 0;
  }

  /** This set and one more. */
  public SignalSet with(Signal signal) {
    return new SignalSet(bits | bit(signal));
  }

  /** This set without one. */
  public SignalSet without(Signal signal) {
    return new SignalSet(bits & ~bit(signal));
  }

  /** What is in either. */
  public SignalSet or(SignalSet other) {
    return new SignalSet(bits | other.bits);
  }

  /** What is in this and not in the other. */
  public SignalSet minus(SignalSet other) {
    return new SignalSet(bits & ~other.bits);
  }

  /** What of it can be blocked. */
  public SignalSet blockable() {
    return minus(KERNEL_ONLY);
  }

  /** The signals, by number. */
  public List<Signal> signals() {
    return Arrays.stream(Signal.values()).filter(this::has).toList();
  }
}
