package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watertight.checker.verdict.Budget;
import watertight.model.Guard;

class GuardSetsTest {
  private enum Some implements Guard {
    A,
    B,
    C;

    @Override
    public String id() {
      return name();
    }
  }

  private static final List<Guard> CANDIDATES = List.of(Some.values());
  private static final Budget ENOUGH = Budget.of(Duration.ofMinutes(1), 0, "default", 1);

  @Test
  void aSetThatContainsASmallerOneIsLeftOut() {
    GuardSets sets =
        GuardSets.smallest(
            CANDIDATES,
            2,
            set -> set.contains(Some.A) || set.containsAll(Set.of(Some.B, Some.C)),
            ENOUGH);
    assertEquals(List.of(Set.of(Some.A), Set.of(Some.B, Some.C)), sets.sets());
    assertEquals(2, sets.size());
  }

  @Test
  void withoutTimeNothingWasLookedAt() {
    GuardSets sets =
        GuardSets.smallest(CANDIDATES, 2, set -> true, Budget.of(Duration.ZERO, 0, "default", 1));
    assertEquals(new GuardSets(List.of(), 0), sets);
  }
}
