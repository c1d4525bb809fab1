package watertight.model.linux.signal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Pending signals (struct sigpending): each standard signal at most once, with who sent the first.
 *
 * @param signals the signals and their senders
 */
public record Queue(SortedMap<Signal, Sender> signals) {
  /** Nothing is pending. */
  public static final Queue EMPTY = new Queue(Collections.emptySortedMap());

  public Queue {
    signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
  }

  /** Which signals are pending. */
  public SignalSet set() {
    return SignalSet.of(signals.keySet());
  }

  /** With one more; one that is there stays as it is. */
  Queue with(Signal signal, Sender sender) {
    TreeMap<Signal, Sender> more = new TreeMap<>(signals);
    more.putIfAbsent(signal, sender);
    return new Queue(more);
  }

  /** Without these. */
  Queue without(Predicate<Signal> which) {
    TreeMap<Signal, Sender> fewer = new TreeMap<>(signals);
    fewer.keySet().removeIf(which);
    return new Queue(fewer);
  }

  /** The one that is taken next, or null: faults first, then by number (next_signal). */
  Signal next(Predicate<Signal> waits) {
    Signal next = null;
    for (Signal signal : signals.keySet()) {
      if (waits.test(signal)) {
        continue;
      }
      if (signal.isSynchronous()) {
        return signal;
      }
      next = next == null ? signal : next;
    }
    return next;
  }
}
