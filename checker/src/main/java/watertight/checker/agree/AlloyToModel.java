package watertight.checker.agree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import watertight.model.Guards;
import watertight.model.linux.Rules;

/** Instances of the predicates of path.als, stepped in the model. */
final class AlloyToModel {
  private static final int MOST_ROUNDS = 60;

  /** How many instances of one size are asked for: to translate costs more than to find them. */
  private static final int FEWEST = 8;

  private final Questions questions;
  private final WalkReplay walks;
  private final StartReplay starts;
  private final EventReplay events;
  private final Coverage coverage;

  AlloyToModel(Questions questions, Guards model, Coverage coverage) {
    this.questions = questions;
    Rules rules = Rules.LINUX.with(ModelToAlloy.SETTINGS).with(model);
    this.walks = new WalkReplay(rules);
    this.starts = new StartReplay(rules);
    this.events = new EventReplay(questions.spec(), rules);
    this.coverage = coverage;
  }

  /** Steps up to {@code most} different instances of a predicate; the first difference, or null. */
  @Nullable Disagreement run(String predicate, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ predicate.hashCode());
    int each = Math.max(FEWEST, most / 8);
    Set<String> seen = new HashSet<>();
    int done = 0;
    for (int round = 0; round < MOST_ROUNDS && done < most; round++) {
      Enumeration instances =
          new Enumeration(
              questions.spec(),
              questions.instance(predicate),
              sizes(predicate, random),
              random.nextLong());
      for (int i = 0; i < 3 * each && done < Math.min(most, (round + 1) * each); i++) {
        Enumeration.Found found = instances.next();
        if (found == null) {
          break;
        }
        if (!seen.add(found.toString())) {
          continue;
        }
        EventReplay.Replayed replayed = replay(predicate, found);
        if (replayed.difference() != null) {
          return replayed.difference();
        }
        if (replayed.isStepped()) {
          coverage.decoded(predicate);
          done++;
        }
      }
    }
    return null;
  }

  private EventReplay.Replayed replay(String predicate, Enumeration.Found found) {
    if (Events.all().containsKey(predicate)) {
      return events.replay(predicate, found);
    }
    Disagreement difference =
        Starts.TEXTS.containsKey(predicate)
            ? starts.replay(predicate, found)
            : walks.replay(predicate, found);
    return new EventReplay.Replayed(true, difference);
  }

  private static Map<String, Integer> sizes(String predicate, SplittableRandom random) {
    boolean magic = predicate.startsWith("magic");
    Map<String, Integer> sizes = new HashMap<>();
    sizes.put("Dir", 2 + random.nextInt(3));
    sizes.put("File", predicate.equals("in_file") ? 1 : random.nextInt(2));
    sizes.put("Link", predicate.startsWith("link") ? 1 + random.nextInt(2) : random.nextInt(2));
    sizes.put("Magic", magic ? 1 + random.nextInt(2) : random.nextInt(2));
    sizes.put("Mount", random.nextInt(3));
    sizes.put("Path", 2 + random.nextInt(2));
    sizes.put("Name", 2 + random.nextInt(magic ? 2 : 1));
    boolean event = Events.all().containsKey(predicate);
    boolean needsTwo = predicate.startsWith("clone") || predicate.startsWith("pass");
    int tasks = needsTwo ? 2 : event ? 1 + random.nextInt(2) : 1;
    sizes.put("Walk", tasks);
    sizes.put("Task", tasks);
    sizes.put("Fs", event ? 1 + random.nextInt(2) : 1);
    sizes.put("Uid", event ? 1 + random.nextInt(2) : 1);
    if (event) {
      sizes.put("Magic", 0);
      sizes.put("File", random.nextInt(2));
      sizes.put("Mount", 1 + random.nextInt(2));
    }
    return sizes;
  }
}
