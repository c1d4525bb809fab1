package watertight.checker.conform;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import watertight.checker.conform.Coverage.Pair;
import watertight.checker.kernel.Host;

/**
 * What conform found.
 *
 * @param host the kernel that was asked
 * @param unseen why states were not compared, where they were not
 * @param seed where the random runs started
 * @param litmus how many litmus files were taken through both
 * @param skipped which were not, each with the reason
 * @param runs how many random runs were taken through both
 * @param notRun how many random runs could not be put to this kernel
 * @param calls how many calls were answered by both, those of litmus files included
 * @param dropped how many drawn calls were not asked
 * @param retries how often a scoped walk was told to try again by what others did on the machine
 * @param orders in how many runs several tasks had signals to take at once, in any order
 * @param otherOrders in how many of them the kernel took another order than that of the letters
 * @param seconds how long the random runs took
 * @param coverage what was met
 * @param disagreements where model and kernel differ
 */
public record Report(
    Host host,
    Optional<String> unseen,
    long seed,
    int litmus,
    SortedMap<String, String> skipped,
    long runs,
    long notRun,
    long calls,
    long dropped,
    long retries,
    long orders,
    long otherOrders,
    double seconds,
    Coverage coverage,
    List<Found> disagreements) {
  /**
   * A difference, shrunk.
   *
   * @param origin the litmus file, or the number of the random run
   * @param text a litmus file that expects what the kernel answered
   */
  public record Found(String origin, String text) {}

  public Report {
    disagreements = List.copyOf(disagreements);
  }

  /** The random runs in a second. */
  public double runsPerSecond() {
    return seconds == 0 ? 0 : runs / seconds;
  }

  /** The pairs that can be met: the table without those that are recorded with a reason. */
  public SortedSet<Pair> possible() {
    SortedSet<Pair> possible = new TreeSet<>(CallGates.pairs());
    possible.removeAll(unmet().keySet());
    return possible;
  }

  private SortedMap<Pair, String> unmet() {
    return Records.unmet(host.settings());
  }

  /** How many of the possible pairs were met. */
  public int reached() {
    SortedSet<Pair> reached = possible();
    reached.retainAll(coverage.seen());
    return reached.size();
  }

  /** The pairs that were not met: those that are recorded with their reason, others without. */
  public SortedMap<Pair, String> missing() {
    SortedMap<Pair, String> missing = new TreeMap<>();
    possible().forEach(pair -> missing.put(pair, "not met in this run"));
    missing.putAll(unmet());
    missing.keySet().removeAll(coverage.seen());
    return missing;
  }

  /** The pairs that were met and are not in the table. */
  public SortedSet<Pair> unexpected() {
    SortedSet<Pair> unexpected = coverage.seen();
    unexpected.removeAll(CallGates.pairs());
    return unexpected;
  }
}
