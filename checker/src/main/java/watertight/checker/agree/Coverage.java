package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import watertight.model.linux.Syscall;

/** What was compared: how often each predicate was met, in each direction. */
final class Coverage {
  private final Map<String, Integer> sent = new TreeMap<>();
  private final Map<String, Integer> corrupted = new TreeMap<>();
  private final Map<String, Integer> decoded = new TreeMap<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();
  private final Set<String> calls = new TreeSet<>();

  /** A step of the model was an instance of this predicate. */
  synchronized void sent(String predicate) {
    sent.merge(predicate, 1, Integer::sum);
  }

  /** A corrupted step was rejected: in this relation, or in its outcome. */
  synchronized void corrupted(String what) {
    corrupted.merge(what, 1, Integer::sum);
  }

  /** An instance of this predicate was stepped in the model. */
  synchronized void decoded(String predicate) {
    decoded.merge(predicate, 1, Integer::sum);
  }

  /** A step was not compared, since the specifications do not speak of something in it. */
  synchronized void leftOut(String why) {
    leftOut.merge(why, 1, Integer::sum);
  }

  synchronized Map<String, Integer> sent() {
    return new TreeMap<>(sent);
  }

  synchronized Map<String, Integer> corrupted() {
    return new TreeMap<>(corrupted);
  }

  synchronized Map<String, Integer> decoded() {
    return new TreeMap<>(decoded);
  }

  synchronized Map<String, Integer> leftOut() {
    return new TreeMap<>(leftOut);
  }

  /** A call of the model was compared. */
  synchronized void call(String name) {
    calls.add(name);
  }

  /** Which calls the model has, and which of them were compared. */
  synchronized String calls() {
    List<String> others = new ArrayList<>();
    for (Class<?> call : Syscall.class.getPermittedSubclasses()) {
      String name = call.getSimpleName().toLowerCase(Locale.ROOT);
      if (!calls.contains(name)) {
        others.add(name);
      }
    }
    int all = calls.size() + others.size();
    return "calls compared: %d of %d, not %s"
        .formatted(calls.size(), all, String.join(", ", others));
  }

  /** How many steps were sent to the specification. */
  int steps() {
    return sum(sent());
  }

  /** How many corrupted steps it rejected. */
  int rejected() {
    return sum(corrupted());
  }

  /** How many instances were stepped in the model. */
  int instances() {
    return sum(decoded());
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A table: each predicate with what was compared. */
  List<String> lines(List<String> predicates) {
    Map<String, Integer> there = sent();
    Map<String, Integer> back = decoded();
    List<String> lines = new ArrayList<>();
    lines.add(String.format("%-24s %14s %14s", "predicate", "model → Alloy", "Alloy → model"));
    for (String predicate : predicates) {
      int to = there.getOrDefault(predicate, 0);
      int from = back.getOrDefault(predicate, 0);
      lines.add(String.format("%-24s %14d %14d", predicate, to, from));
    }
    corrupted().forEach((what, n) -> lines.add(String.format("rejected  %-34s %5d", what, n)));
    leftOut().forEach((why, n) -> lines.add(String.format("left out  %-34s %5d", why, n)));
    lines.add(calls());
    return lines;
  }
}
