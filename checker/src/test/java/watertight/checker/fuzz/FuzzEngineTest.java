package watertight.checker.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import watertight.checker.search.Systems;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;

class FuzzEngineTest {
  private static final long SEED = 1;

  private final FuzzEngine engine = new FuzzEngine();

  private Evidence check(Claim claim, Set<Guard> without, String scope) {
    Verdict expected =
        switch (claim.expected()) {
          case HOLDS -> Verdict.HOLDS;
          case BROKEN -> Verdict.BROKEN;
        };
    Budget budget = Budget.of(Duration.ofMinutes(5), SEED, scope, 1);
    return engine.check(new ClaimRun(claim.name(), expected, without), budget, Progress.NONE);
  }

  @TestFactory
  Stream<DynamicTest> everyClaimGetsItsVerdict() {
    return Systems.claims().stream()
        .map(
            claim ->
                DynamicTest.dynamicTest(
                    claim.name(),
                    () ->
                        assertEquals(
                            claim.expected().text(),
                            check(claim, Set.of(), expectedScope(claim)).verdict().text())));
  }

  private static String expectedScope(Claim claim) {
    return claim.expected() == Claim.Expected.HOLDS ? "small" : "default";
  }

  @TestFactory
  Stream<DynamicTest> everyClaimFallsWithoutItsGuards() {
    return Systems.claims().stream()
        .filter(claim -> claim.expected() == Claim.Expected.HOLDS)
        .flatMap(claim -> claim.twins().stream())
        .map(Claim.Twin::away)
        .distinct()
        .map(away -> DynamicTest.dynamicTest(names(away), () -> fallsWithout(away)));
  }

  private static String names(Set<Guard> away) {
    return String.join(", ", away.stream().map(Guard::id).sorted().toList());
  }

  private void fallsWithout(Set<Guard> away) {
    List<Claim> claims =
        Systems.claims().stream()
            .filter(claim -> claim.expected() == Claim.Expected.HOLDS)
            .filter(claim -> twins(claim).anyMatch(away::equals))
            .filter(claim -> !isTooDeep(claim, away))
            .toList();
    assertFalse(claims.isEmpty(), "walks find it in no claim");
    for (Claim claim : claims) {
      Evidence evidence = check(claim, away, scope(claim, away));
      assertEquals(Verdict.BROKEN, evidence.verdict(), claim.name() + ": " + evidence);
      RenderedTrace trace = evidence.trace().orElseThrow();
      assertTrue(trace.steps().size() <= Math.max(10, 2 * recorded(claim, away)), trace::toString);
    }
  }

  /**
   * Two runs that differ so late are found by explore alone; one run shows the same guard: LIMITS.
   */
  private static boolean isTooDeep(Claim claim, Set<Guard> away) {
    return isOfTwoRuns(claim) && recorded(claim, away) > 10;
  }

  /** Each step of two runs has two chances to go astray. */
  private static String scope(Claim claim, Set<Guard> away) {
    return isOfTwoRuns(claim) && recorded(claim, away) > 5 ? "large" : "default";
  }

  private static boolean isOfTwoRuns(Claim claim) {
    return claim.name().equals("sgx/attacker-changes-nothing");
  }

  private static int recorded(Claim claim, Set<Guard> away) {
    return claim.twins().stream()
        .filter(twin -> twin.away().equals(away))
        .mapToInt(Claim.Twin::steps)
        .max()
        .orElseThrow();
  }

  private static Stream<Set<Guard>> twins(Claim claim) {
    return claim.twins().stream().map(Claim.Twin::away);
  }

  @Test
  void seedAndCountsStandInTheBound() {
    Evidence evidence =
        check(Systems.claim("chroot/dotdot-is-root").orElseThrow(), Set.of(), "small");
    String bound = evidence.bound().orElseThrow().text();
    assertTrue(bound.contains("seed 1"), bound);
    assertTrue(bound.contains("witness met"), bound);
    assertTrue(bound.matches(".* [0-9,]+ tries, [0-9,]+ walks.*"), bound);
  }
}
