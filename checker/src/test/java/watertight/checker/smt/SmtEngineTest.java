package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;

/** What engine smt says of claims. */
class SmtEngineTest {
  private static final SmtEngine ENGINE = new SmtEngine();

  private static Evidence check(String claim, Set<Guard> without) {
    return ENGINE.check(
        new ClaimRun(claim, Verdict.HOLDS, without),
        Budget.of(Duration.ofSeconds(60), 1, "default", 1),
        Progress.NONE);
  }

  static java.util.stream.Stream<String> claims() {
    return SmtScripts.all().stream().flatMap(script -> script.claims().stream());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void holdsForAll(String claim) {
    Evidence evidence = check(claim, Set.of());
    assertEquals(Verdict.HOLDS, evidence.verdict(), evidence::toString);
    assertEquals(Strength.FOR_ALL, evidence.strength().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"charge-is-atomic-add", "set-limit-rechecks", "uncharge-matches-charge"})
  void isNotProvedWithoutAGuardThatItNeeds(String guard) {
    Evidence evidence = check("memory/never-overcharged", Set.of(() -> guard));
    assertEquals(Verdict.INCONCLUSIVE, evidence.verdict());
    assertTrue(evidence.reason().orElseThrow().startsWith("no proof: an exception"));
  }

  @Test
  void whatItDoesNotRestOnMayBeAway() {
    Evidence evidence = check("memory/never-overcharged", Set.of(() -> "rollback-below"));
    assertEquals(Verdict.HOLDS, evidence.verdict());
  }

  @Test
  void aClaimWithoutAProofIsNotCovered() {
    assertEquals(Verdict.NOT_COVERED, check("chroot/symlinks-end", Set.of()).verdict());
  }
}
