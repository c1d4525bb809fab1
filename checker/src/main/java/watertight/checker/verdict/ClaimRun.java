package watertight.checker.verdict;

import java.util.Set;
import watertight.model.Guard;

/**
 * One claim as it is to be checked.
 *
 * @param claim the claim's name, such as {@code chroot/moved-directory}
 * @param expected {@link Verdict#HOLDS} or {@link Verdict#BROKEN}
 * @param without the guards that the user takes away, beside those of the claim's own scenarios
 */
public record ClaimRun(String claim, Verdict expected, Set<Guard> without) {
  public ClaimRun {
    if (!expected.answers()) {
      throw new IllegalArgumentException("nobody expects " + expected.text());
    }
    without = Set.copyOf(without);
  }
}
