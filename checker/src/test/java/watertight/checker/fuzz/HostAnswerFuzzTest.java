package watertight.checker.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.HostcallGuards.WeakByOne;

class HostAnswerFuzzTest {
  private static final long FEW = 10_000;
  private static final long MANY = 500_000;
  private static final Set<HostcallGuards> USEFUL =
      EnumSet.range(HostcallGuards.SHORT_COUNT_PASSES, HostcallGuards.WALL_CLOCK_MAY_GO_BACK);

  private static Evidence check(String claim, long tries, Guard... away) {
    Budget budget = Budget.of(Duration.ofMinutes(5), 1, "default", 1);
    return new HostAnswerFuzz(OptionalLong.of(tries))
        .check(new ClaimRun(claim, Verdict.HOLDS, Set.of(away)), budget, Progress.NONE);
  }

  @Test
  void shieldsAndPromisesAgreeInWordsOf64Bits() {
    assertEquals(Verdict.HOLDS, check("iago/results-checked", MANY / 5).verdict());
    assertEquals(Verdict.HOLDS, check("iago/honest-answer-passes", MANY / 5).verdict());
  }

  /** Randomness from the host does no harm that POSIX forbids: it has a claim of its own. */
  @ParameterizedTest
  @EnumSource(names = "RANDOMNESS_NOT_FROM_HOST", mode = EnumSource.Mode.EXCLUDE)
  void everyCheckIsMissedWithinTenThousandAnswers(HostcallGuards guard) {
    String claim = USEFUL.contains(guard) ? "iago/honest-answer-passes" : "iago/results-checked";
    Evidence evidence = check(claim, FEW, guard);
    assertEquals(Verdict.BROKEN, evidence.verdict(), evidence::toString);
    assertTrue(evidence.trace().orElseThrow().steps().size() <= 7, evidence::toString);
  }

  static List<HostcallGuards> comparisons() {
    return List.of(
        HostcallGuards.RECEIVED_AT_MOST_ASKED,
        HostcallGuards.RECEIVED_AT_MOST_VECTORS,
        HostcallGuards.SENT_AT_MOST_GIVEN,
        HostcallGuards.SENT_AT_MOST_VECTORS,
        HostcallGuards.TRUNCATED_COPY_FITS,
        HostcallGuards.CONTROL_AT_MOST_GIVEN,
        HostcallGuards.CONTROL_MESSAGE_WITHIN,
        HostcallGuards.ADDRESS_COPY_FITS,
        HostcallGuards.ADDRESS_AT_MOST_STORAGE,
        HostcallGuards.OPTION_AT_MOST_GIVEN,
        HostcallGuards.READY_AT_MOST_ASKED,
        HostcallGuards.REMAINING_AT_MOST_ASKED,
        HostcallGuards.NANOSECONDS_BELOW_SECOND,
        HostcallGuards.WOKEN_AT_MOST_ASKED,
        HostcallGuards.SIZE_WITHIN_ROOM,
        HostcallGuards.SIZE_NOT_NEGATIVE,
        HostcallGuards.DESCRIPTOR_AT_LEAST_ASKED,
        HostcallGuards.CLOCK_NOT_BACK,
        HostcallGuards.READY_AS_MARKED,
        HostcallGuards.DATA_OUTSIDE_ENCLAVE,
        HostcallGuards.MAPPING_MISSES_ENCLAVE,
        HostcallGuards.MAPPING_MISSES_LIVE);
  }

  /** {@code ret <= count + 1}. */
  @ParameterizedTest
  @MethodSource("comparisons")
  void aComparisonThatIsTooWeakByOneIsCaught(HostcallGuards guard) {
    Evidence evidence = check("iago/results-checked", MANY, new WeakByOne(guard));
    assertEquals(Verdict.BROKEN, evidence.verdict(), evidence::toString);
  }
}
