package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.claim.ChargeClaims;

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

  static List<Arguments> breaks() {
    List<Arguments> breaks = new ArrayList<>();
    ChargeClaims.all().stream()
        .filter(claim -> ENGINE.covers(claim.name()))
        .forEach(
            claim -> claim.twins().forEach(twin -> breaks.add(Arguments.of(claim.name(), twin))));
    return breaks;
  }

  /** Z3 also chooses what the search's scenario has fixed, so that its run may be shorter. */
  @ParameterizedTest
  @MethodSource("breaks")
  void everyKnownBreakHasARunThatReplaysAndIsNoLongerThanRecorded(String claim, Claim.Twin twin) {
    Evidence evidence = check(claim, twin.away());
    assertEquals(Verdict.BROKEN, evidence.verdict(), evidence::toString);
    RenderedTrace trace = evidence.trace().orElseThrow();
    assertTrue(trace.steps().size() <= twin.steps(), trace::toString);
    assertEquals(twin.away().stream().map(Guard::id).sorted().toList(), trace.without());
  }

  /** The claims of which runs can be asked for, beside what is proved of them. */
  static java.util.stream.Stream<String> claimsWithRuns() {
    return claims().filter(RunSearch::covers);
  }

  @ParameterizedTest
  @MethodSource("claimsWithRuns")
  void noShortRunBreaksWhatIsProved(String claim) {
    Budget budget = Budget.of(Duration.ofSeconds(60), 1, "default", 1);
    assertEquals(Optional.empty(), RunSearch.shortest(claim, Set.of(), 4, budget, Progress.NONE));
  }

  /** A run in which a number is another than in the model is a disagreement. */
  @ParameterizedTest
  @ValueSource(strings = {"usage", "saw", "holds"})
  void aRunThatTheModelDoesNotFollowDiffers(String word) {
    Set<Guard> away = Set.of(ChargeGuards.CHARGE_IS_ATOMIC_ADD);
    String claim = "memory/never-overcharged";
    Budget budget = Budget.of(Duration.ofSeconds(60), 1, "default", 1);
    ChargeRun run =
        RunSearch.shortest(
                claim,
                away.stream().map(Guard::id).collect(Collectors.toSet()),
                6,
                budget,
                Progress.NONE)
            .orElseThrow();
    List<List<String>> wrong = new ArrayList<>(run.pictures());
    wrong.replaceAll(
        lines ->
            lines.stream().map(line -> line.replaceAll(word + " \\d+", word + " 77")).toList());
    Replayed outcome =
        RunSearch.play(
            claim,
            new ChargeRun(run.workload(), run.schedule(), wrong),
            Guards.all().without(away));
    assertInstanceOf(Replayed.Differs.class, outcome);
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
