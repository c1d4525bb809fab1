package watertight.checker.explore;

import java.util.List;
import java.util.Set;

/**
 * What a search has found.
 *
 * @param trace the actions of the first shortest trace that breaks the property, or null
 * @param witnessed whether the witness was met
 * @param end why the search ended
 * @param depth the number of steps that every trace was followed for
 * @param outOfScope which bounds on objects some step met
 * @param refusedBy which gates refused a step
 * @param actions the actions of all parties, before any reduction
 * @param states the states seen
 * @param transitions the steps that changed the state
 * @param unchanged the steps that did not: refused, or only looking
 * @param ruleRuns how often a rule was really run
 * @param bytes the memory for visited states
 * @param peakBytes the same with parents and frontier
 * @param seconds how long it took
 * @param <A> the actions
 */
public record Exploration<A>(
    List<A> trace,
    boolean witnessed,
    End end,
    int depth,
    Set<String> outOfScope,
    Set<watertight.model.Gate> refusedBy,
    long actions,
    long states,
    long transitions,
    long unchanged,
    long ruleRuns,
    long bytes,
    long peakBytes,
    double seconds) {
  /** Why a search ended. */
  public enum End {
    /** The property was broken. */
    BROKEN,
    /** Every state of the scope was seen. */
    COMPLETE,
    /** Every state within the depth was seen, and there are more. */
    DEPTH,
    /** The time was spent. */
    TIME,
    /** The memory was spent. */
    MEMORY
  }

  /** Whether every state within the bound was seen. */
  public boolean isExhaustive() {
    return end == End.COMPLETE || end == End.DEPTH;
  }
}
