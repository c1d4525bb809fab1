package watertight.checker.search;

import java.util.Map;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Limits;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Progress;

/** A whole state space that can be visited. */
public interface Space {
  /**
   * A number that can be set.
   *
   * @param least the least that makes sense
   * @param most the most
   */
  record Part(int least, int most) {}

  /** What can be set, by name. */
  Map<String, Part> parts();

  /** Visits every state, with some parts set. */
  Exploration<?> visit(Map<String, Integer> set, Reductions reductions, Progress progress);

  /** No limit but the depth and half of the memory. */
  static Limits limits(int depth, Progress progress) {
    SearchProgress watcher = new SearchProgress();
    progress.show(watcher::text);
    long bytes = Runtime.getRuntime().maxMemory() / 2;
    return Limits.depth(depth).within(bytes).watchedBy(watcher::see);
  }
}
