package watertight.checker.search;

import java.util.Optional;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Limits;
import watertight.checker.explore.Reductions;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;

/**
 * A question, answered by a search.
 *
 * @param question the question
 * @param found what the search found
 * @param <A> the actions
 */
public record Searched<A>(Question<A> question, Exploration<A> found) {
  /** The share of the memory that one search may use, where several run at once. */
  private static final int SHARE = 3;

  /** Searches for the shortest trace. */
  public static <A> Searched<A> run(
      Question<A> question, Reductions reductions, Budget budget, Progress progress) {
    SearchProgress watcher = new SearchProgress();
    progress.show(watcher::text);
    Limits limits =
        Limits.depth(question.depth())
            .until(budget.deadline())
            .within(Runtime.getRuntime().maxMemory() / SHARE)
            .watchedBy(watcher::see);
    return new Searched<>(
        question,
        Explorer.explore(
            question.machine(), question.property(), question.witness(), reductions, limits));
  }

  /** The trace that was found. */
  public Optional<RenderedTrace> trace() {
    return Optional.ofNullable(found.trace())
        .map(actions -> question.trace(EngineId.EXPLORE.text(), actions, true));
  }

  /** Whether there is a trace. */
  public boolean isBroken() {
    return found.trace() != null;
  }

  /** How far the search went, and which traces it would have met. */
  public Bound bound() {
    return new Bound(question.bound(found), question::covers);
  }

  /** What the search says of the goal. */
  public Evidence evidence() {
    return verdict()
        .withBound(bound())
        .withCounts(found.actions(), found.states(), found.transitions(), true)
        .withSeconds(found.seconds());
  }

  private Evidence verdict() {
    if (isBroken()) {
      return Evidence.broken(EngineId.EXPLORE, bound(), trace().orElseThrow());
    }
    if (!found.isExhaustive()) {
      return Evidence.of(EngineId.EXPLORE, Verdict.INCONCLUSIVE, unfinished());
    }
    return found.witnessed()
        ? Evidence.holds(EngineId.EXPLORE, Strength.EXHAUSTIVE, bound())
        : Evidence.of(
            EngineId.EXPLORE,
            Verdict.VACUOUS,
            "what the claim speaks of never comes about within the bound");
  }

  /** Why the search did not come to its end. */
  public String unfinished() {
    String spent = found.end() == Exploration.End.MEMORY ? "memory" : "time";
    return "the %s was spent at depth %d, %,d states"
        .formatted(spent, found.depth(), found.states());
  }
}
