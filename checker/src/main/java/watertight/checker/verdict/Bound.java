package watertight.checker.verdict;

import java.util.function.Predicate;
import watertight.checker.trace.RenderedTrace;

/**
 * How far an engine looked.
 *
 * @param text the bound in words, such as {@code ≤ 6 inodes, 2 tasks, paths ≤ 3 components, depth
 *     8}
 * @param covers whether the engine would have met a trace, had it been there
 */
public record Bound(String text, Predicate<RenderedTrace> covers) {
  /** A bound within which only samples were taken: any one trace may have been missed. */
  public static Bound sampled(String text) {
    return new Bound(text, trace -> false);
  }

  /** No bound. */
  public static Bound none(String text) {
    return new Bound(text, trace -> true);
  }

  @Override
  public String toString() {
    return text;
  }
}
