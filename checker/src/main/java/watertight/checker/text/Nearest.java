package watertight.checker.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known names a misspelt one may stand for. */
public final class Nearest {
  private static final int MOST = 3;
  private static final int LONGEST = 80;

  private Nearest() {}

  /** The known names that are few changes away from {@code name}, the nearest first. */
  public static List<String> to(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return List.of();
    }
    record Candidate(String name, int distance) {}
    int limit = Math.min(Math.max(1, name.length() / 3), name.length() - 1);
    String low = name.toLowerCase(Locale.ROOT);
    List<Candidate> near =
        known.stream()
            .map(other -> new Candidate(other, distance(low, other.toLowerCase(Locale.ROOT))))
            .filter(candidate -> candidate.distance() <= limit)
            .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
            .toList();
    return near.stream()
        .filter(candidate -> candidate.distance() <= near.getFirst().distance() + 1)
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** How many letters must be put in, taken out, replaced or swapped with their neighbour. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = now;
    }
    return last[b.length()];
  }
}
