package watertight.checker.conform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import watertight.model.Result;
import watertight.model.linux.Reply;
import watertight.model.linux.signal.SignalChoices;

/** Which call has met which gate, and how often each call was made and succeeded. */
public final class Coverage {
  /** Stands for a call that did what it was asked for. */
  public static final String SUCCESS = "success";

  /**
   * A call and how it ended.
   *
   * @param call the name of the call
   * @param gate the gate that refused it, or {@link #SUCCESS}
   */
  public record Pair(String call, String gate) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byCall = call.compareTo(other.call);
      return byCall != 0 ? byCall : gate.compareTo(other.gate);
    }

    @Override
    public String toString() {
      return call + " " + gate;
    }
  }

  private final Set<Pair> seen = new HashSet<>();
  private final Map<String, long[]> counts = new HashMap<>();
  private final SortedMap<Sent.Form, Long> forms = new TreeMap<>();
  private final SortedMap<Sent.Place, Long> places = new TreeMap<>();

  /** Counts the steps of a run on which model and kernel agreed. */
  synchronized void add(Plan plan) {
    for (Step step : plan.steps()) {
      add(step.move().call().name(), step.result());
      step.sent().stream().map(Sent::form).distinct().forEach(f -> forms.merge(f, 1L, Long::sum));
      step.sent().forEach(sent -> places.merge(sent.cell(), 1L, Long::sum));
    }
  }

  private void add(String call, Result result) {
    long[] count = counts.computeIfAbsent(call, name -> new long[2]);
    count[0]++;
    boolean succeeded = result instanceof Result.Returned || result instanceof Result.Dies;
    count[1] += succeeded ? 1 : 0;
    if (succeeded) {
      seen.add(new Pair(call, SUCCESS));
      if (result instanceof Result.Returned(Reply.Sent(Set<SignalChoices> met))) {
        met.forEach(choice -> seen.add(new Pair(call, choice.id())));
      }
    } else if (result instanceof Result.Refused refused) {
      seen.add(new Pair(call, refused.gate().id()));
    }
  }

  /** The pairs that were met. */
  public synchronized SortedSet<Pair> seen() {
    return new TreeSet<>(seen);
  }

  /** The share of calls that succeeded, by name. */
  public synchronized SortedMap<String, Double> success() {
    SortedMap<String, Double> shares = new TreeMap<>();
    for (Map.Entry<String, long[]> entry : counts.entrySet()) {
      shares.put(entry.getKey(), (double) entry.getValue()[1] / entry.getValue()[0]);
    }
    return shares;
  }

  /** How many calls of kill reached somebody other than the caller, by their form. */
  public synchronized SortedMap<Sent.Form, Long> forms() {
    return new TreeMap<>(forms);
  }

  /** How many signals of kill reached somebody, by sender, receiver and what that does with it. */
  public synchronized SortedMap<Sent.Place, Long> places() {
    return new TreeMap<>(places);
  }

  /** How many calls were made. */
  public synchronized long calls() {
    return counts.values().stream().mapToLong(count -> count[0]).sum();
  }
}
