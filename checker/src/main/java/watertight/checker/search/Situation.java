package watertight.checker.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;

/**
 * Somebody's own situation: a scenario with guards taken away, and the question which guards
 * decide.
 */
public interface Situation {
  /** The most guards that are looked at together. */
  int MOST = 2;

  /** The claim that it is about. */
  Optional<String> claim();

  /** The guards that are away, those of the scenario itself included. */
  Set<Guard> away();

  /** The guards that its machine has. */
  List<Guard> guards();

  /** The search for the goal with exactly these guards away. */
  Searched<?> search(Set<Guard> away, Budget budget, Progress progress);

  /** The guards that may decide, given what a search with {@link #away} found. */
  List<Guard> candidates(Searched<?> searched, Budget budget, Progress progress);

  /** The search for the goal. */
  default Searched<?> search(Budget budget, Progress progress) {
    return search(away(), budget, progress);
  }

  /** The smallest sets of guards that are away and, put back, leave no way to the goal. */
  default GuardSets stoppedBy(Budget budget, Progress progress) {
    return GuardSets.smallest(
        away(),
        Math.min(MOST, away().size()),
        back -> {
          Set<Guard> less = new LinkedHashSet<>(away());
          less.removeAll(back);
          Searched<?> search = search(less, budget, progress);
          return !search.isBroken() && search.found().isExhaustive();
        },
        budget);
  }

  /** The smallest sets of the candidates without which the goal is reached too. */
  default GuardSets breaksWithout(Searched<?> searched, Budget budget, Progress progress) {
    return GuardSets.smallest(
        candidates(searched, budget, progress),
        MOST,
        more -> search(and(more), budget, progress).isBroken(),
        budget);
  }

  /** What is away, and these too. */
  default Set<Guard> and(Set<Guard> more) {
    Set<Guard> all = new LinkedHashSet<>(away());
    all.addAll(more);
    return all;
  }
}
