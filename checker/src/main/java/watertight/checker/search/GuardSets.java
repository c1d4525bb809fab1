package watertight.checker.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import watertight.checker.verdict.Budget;
import watertight.model.Guard;

/**
 * The smallest sets of guards with a property that larger sets keep.
 *
 * @param sets the sets, singles first; none contains another
 * @param size up to which size all sets were looked at
 */
public record GuardSets(List<Set<Guard>> sets, int size) {
  public GuardSets {
    sets = List.copyOf(sets);
  }

  /**
   * Looks at the sets of at most {@code most} of the candidates, until the time is spent.
   *
   * @param has whether a set has the property
   */
  public static GuardSets smallest(
      Collection<Guard> candidates, int most, Predicate<Set<Guard>> has, Budget budget) {
    List<Set<Guard>> found = new ArrayList<>();
    List<Guard> guards = List.copyOf(candidates);
    for (int size = 1; size <= most; size++) {
      for (Set<Guard> set : ofSize(guards, size)) {
        if (budget.isSpent()) {
          return new GuardSets(found, size - 1);
        }
        if (found.stream().noneMatch(set::containsAll) && has.test(set)) {
          found.add(set);
        }
      }
    }
    return new GuardSets(found, most);
  }

  /** The sets of so many of the guards, in the order of the guards. */
  public static List<Set<Guard>> ofSize(List<Guard> guards, int size) {
    if (size == 0) {
      return List.of(Set.of());
    }
    List<Set<Guard>> sets = new ArrayList<>();
    for (int i = 0; i + size <= guards.size(); i++) {
      for (Set<Guard> rest : ofSize(guards.subList(i + 1, guards.size()), size - 1)) {
        Set<Guard> set = new LinkedHashSet<>(List.of(guards.get(i)));
        set.addAll(rest);
        sets.add(set);
      }
    }
    return sets;
  }
}
