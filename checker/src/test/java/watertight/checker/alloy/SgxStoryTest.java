package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.enclave.sgx.SgxGuards;
import watertight.model.enclave.sgx.claim.SgxClaims;

/** Counterexamples about SGX are runs of the SGX machine. */
class SgxStoryTest {
  private static final AlloySpec SPEC = AlloyLibrary.onClassPath("sgx").load("sgx");
  private static final String WITHOUT = "_without_";
  private static final String ROLLBACK = "sgx/no-rollback-of-evicted-page";

  /** A claim, and guards without which the specification expects a counterexample. */
  record Break(Claim claim, Set<Guard> without) {}

  static Stream<Break> breaks() {
    return SPEC.commands().stream()
        .filter(entry -> entry.expects() == 1 && entry.label().contains(WITHOUT))
        .map(
            entry -> {
              String[] parts = entry.label().split(WITHOUT);
              return new Break(claim(parts[0]), guards(parts[1].split("_")));
            });
  }

  private static Claim claim(String predicate) {
    return SgxClaims.all().stream()
        .filter(one -> AlloyNames.predicate(one.name()).equals(predicate))
        .findFirst()
        .orElseThrow();
  }

  private static Set<Guard> guards(String... signatures) {
    List<String> names = Arrays.stream(signatures).map(AlloyNames::guard).toList();
    return SgxGuards.removable().stream()
        .filter(guard -> names.contains(guard.id()))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void whatTheSpecificationBreaksTheMachineBreaksInAtMostAsManySteps(Break one) {
    Evidence evidence =
        new AlloyEngine()
            .check(
                new ClaimRun(one.claim().name(), Verdict.HOLDS, one.without()),
                Budget.of(Duration.ofMinutes(5), 1, "default", 1),
                Progress.NONE);
    assertEquals(Verdict.BROKEN, evidence.verdict(), evidence::toString);
    int recorded =
        one.claim().checks().getFirst().twins().stream()
            .filter(twin -> twin.away().equals(one.without()))
            .mapToInt(Claim.Twin::steps)
            .findFirst()
            .orElseThrow();
    int found = evidence.trace().orElseThrow().steps().size();
    assertTrue(found <= recorded, evidence::toString);
  }

  /** Every guard of the specification is one of the machine, and some command takes it away. */
  @Test
  void everyGuardIsOneOfTheMachine() {
    Set<Guard> away = breaks().flatMap(one -> one.without().stream()).collect(Collectors.toSet());
    assertEquals(19, away.size(), away::toString);
    away.forEach(guard -> assertTrue(SPEC.knows(AlloyNames.signature(guard.id())), guard::id));
  }

  private static Counterexample rollback() {
    return SPEC.shortest(
            "no_rollback_of_evicted_page",
            "(no_rollback_of_evicted_page or not eventually no Now.who)",
            List.of("SlotClearedOnLoad"),
            Duration.ofMinutes(2))
        .instance()
        .orElseThrow();
  }

  /** A state that is another in the specification is a disagreement. */
  @ParameterizedTest
  @ValueSource(strings = {"Blocked", "type", "can"})
  void aStateThatIsAnotherDiffers(String relation) {
    Counterexample found = rollback();
    List<AlloyState> states =
        found.states().stream()
            .map(
                state -> state.equals(found.states().getFirst()) ? state : without(state, relation))
            .toList();
    Counterexample wrong = new Counterexample(states, found.steps(), found.loopFrom());
    Set<Guard> away = guards("SlotClearedOnLoad");
    assertInstanceOf(Replayed.Reached.class, SgxStory.replay(ROLLBACK, found, away));
    assertInstanceOf(Replayed.Differs.class, SgxStory.replay(ROLLBACK, wrong, away));
  }

  private static AlloyState without(AlloyState state, String relation) {
    Map<String, Set<List<String>>> relations = new TreeMap<>(state.relations());
    relations.put(relation, Set.of());
    return new AlloyState(relations);
  }

  /** A load that the machine refuses is a disagreement. */
  @Test
  void aStepThatTheMachineRefusesDiffers() {
    assertInstanceOf(Replayed.Differs.class, SgxStory.replay(ROLLBACK, rollback(), Set.of()));
  }
}
