package watertight.checker.conform;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which random run shows that the model lacks a guard, or why none does on a kernel. */
final class GuardRecords {
  private static final String GUARDS = "/specs/conform/guards.txt";
  private static final Pattern SEEN = Pattern.compile("run (\\d+) of seed (\\d+)");

  /** What is known of a guard. */
  sealed interface GuardRecord {
    /**
     * A run shows it.
     *
     * @param run its number, from 0
     * @param seed where random numbers start
     */
    record Seen(long run, long seed) implements GuardRecord {}

    /** A kernel cannot show it, for this reason. */
    record Unseen(String reason) implements GuardRecord {}
  }

  private GuardRecords() {}

  /** The records, by the names of the guards. */
  static SortedMap<String, GuardRecord> all() {
    SortedMap<String, GuardRecord> all = new TreeMap<>();
    Records.entries(GUARDS).forEach((guard, text) -> all.put(guard, record(text)));
    return all;
  }

  private static GuardRecord record(String text) {
    Matcher seen = SEEN.matcher(text);
    return seen.matches()
        ? new GuardRecord.Seen(Long.parseLong(seen.group(1)), Long.parseLong(seen.group(2)))
        : new GuardRecord.Unseen(text);
  }
}
