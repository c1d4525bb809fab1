package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.sgx.AccessGates;
import watertight.model.enclave.sgx.PagingGates;
import watertight.model.enclave.sgx.SgxChoices;
import watertight.model.enclave.sgx.claim.SgxClaims;

/** What engine smt says of single accesses of the SGX machine. */
class AccessTextTest {
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(60), 1, "default", 1);

  private static Evidence check(String claim, Set<Guard> without) {
    return new SmtEngine()
        .check(new ClaimRun(claim, Verdict.HOLDS, without), BUDGET, Progress.NONE);
  }

  static List<Arguments> breaks() {
    List<Arguments> breaks = new ArrayList<>();
    SgxClaims.all().stream()
        .filter(claim -> AccessSearch.covers(claim.name()))
        .forEach(
            claim -> claim.twins().forEach(twin -> breaks.add(Arguments.of(claim.name(), twin))));
    return breaks;
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void everyKnownBreakHasAnAccessThatReplaysAndIsNoLongerThanRecorded(
      String claim, Claim.Twin twin) {
    Evidence evidence = check(claim, twin.away());
    assertEquals(Verdict.BROKEN, evidence.verdict(), evidence::toString);
    RenderedTrace trace = evidence.trace().orElseThrow();
    assertTrue(trace.steps().size() <= twin.steps(), trace::toString);
  }

  /** Of two checks one is enough. */
  @ParameterizedTest
  @MethodSource("oneOfTwo")
  void holdsForAllWithoutOneOfTwo(Guard away) {
    Evidence evidence = check("sgx/mapping-cannot-lie", Set.of(away));
    assertEquals(Verdict.HOLDS, evidence.verdict(), evidence::toString);
    assertEquals(Strength.FOR_ALL, evidence.strength().orElseThrow());
  }

  static Stream<Guard> oneOfTwo() {
    return Stream.of(AccessGates.PAGE_TYPE_CHECK, SgxChoices.TCS_PERMISSIONS_FORCED_OFF);
  }

  @Test
  void saysNothingWhereAGuardIsAwayThatItDoesNotSpeakOf() {
    Set<Guard> away = Set.of(PagingGates.ENCLAVE_ACT_ON_REMOVE);
    assertEquals(Verdict.NOT_COVERED, check("sgx/mapping-cannot-lie", away).verdict());
  }

  /** A counterexample of a text with a wrong constant is not the model's: that is seen. */
  @ParameterizedTest
  @ValueSource(strings = {"ABORTED", "SGX_FAULT", "PAGE_FAULT"})
  void anAccessOfAnotherOutcomeDiffers(AccessOutcome outcome) {
    Set<Guard> away = Set.of(AccessGates.EPCM_OWNER_CHECK);
    String claim = "sgx/mapping-cannot-lie";
    AccessRun run = AccessSearch.breaking(claim, away, BUDGET, Progress.NONE).orElseThrow();
    AccessRun other = new AccessRun(run.world(), run.actions(), outcome);
    Guards guards = Guards.all().without(away);
    assertInstanceOf(Replayed.Differs.class, other.play(claim, guards));
    assertInstanceOf(Replayed.Reached.class, run.play(claim, guards));
  }
}
