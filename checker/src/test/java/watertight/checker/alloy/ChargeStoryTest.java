package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.charge.ChargeGuards;

/** Counterexamples about groups and charges are runs of the charge machine. */
class ChargeStoryTest {
  private static final AlloySpec SPEC = AlloyLibrary.onClassPath("charge").load("charge");
  private static final Map<String, String> CLAIMS =
      Map.of(
          "never_overcharged", "memory/never-overcharged",
          "rollback_complete", "memory/rollback-complete",
          "usage_is_sum", "cgroup/usage-is-sum",
          "moved_task", "memory/moved-task");

  /** A claim, and a guard without which the specification expects a counterexample. */
  record Break(String claim, ChargeGuards without) {}

  static Stream<Break> breaks() {
    return SPEC.commands().stream()
        .filter(entry -> entry.expects() == 1 && entry.label().contains("_without_"))
        .map(
            entry -> {
              String[] parts = entry.label().split("_without_");
              return new Break(
                  CLAIMS.get(parts[0]),
                  ChargeGuards.named(AlloyNames.guard(parts[1])).orElseThrow());
            });
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void whatTheSpecificationBreaksTheMachineBreaksInTheSameSteps(Break one) {
    Evidence evidence =
        new AlloyEngine()
            .check(
                new ClaimRun(one.claim(), Verdict.HOLDS, Set.<Guard>of(one.without())),
                Budget.of(Duration.ofMinutes(5), 1, "default", 1),
                Progress.NONE);
    assertEquals(Verdict.BROKEN, evidence.verdict(), evidence::toString);
  }

  /** A counter that says another number in the specification is a disagreement. */
  @Test
  void aCounterThatCountsOtherwiseDiffers() {
    Counterexample found =
        SPEC.check("rollback_complete", List.of("RollbackBelow"), Duration.ofMinutes(1))
            .instance()
            .orElseThrow();
    Counterexample wrong =
        new Counterexample(
            found.states().stream().map(ChargeStoryTest::withoutCharges).toList(),
            found.steps(),
            found.loopFrom());
    Set<Guard> away = Set.of(ChargeGuards.ROLLBACK_BELOW);
    assertInstanceOf(
        Replayed.Reached.class, ChargeStory.replay("memory/rollback-complete", found, away));
    assertInstanceOf(
        Replayed.Differs.class, ChargeStory.replay("memory/rollback-complete", wrong, away));
  }

  private static AlloyState withoutCharges(AlloyState state) {
    Map<String, Set<List<String>>> relations = new TreeMap<>(state.relations());
    relations.put("charged", Set.of());
    return new AlloyState(relations);
  }

  /** The specification takes a charge for refused that the machine grants, and the other way. */
  @Test
  void aRefusalThatTheMachineDoesNotKnowDiffers() {
    Counterexample found =
        SPEC.check("rollback_complete", List.of("RollbackBelow"), Duration.ofMinutes(1))
            .instance()
            .orElseThrow();
    assertInstanceOf(
        Replayed.Differs.class, ChargeStory.replay("memory/rollback-complete", found, Set.of()));
  }
}
