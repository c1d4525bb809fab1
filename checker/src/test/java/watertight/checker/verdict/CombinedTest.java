package watertight.checker.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static watertight.checker.verdict.EngineId.AGREE;
import static watertight.checker.verdict.EngineId.ALLOY;
import static watertight.checker.verdict.EngineId.EXPLORE;
import static watertight.checker.verdict.EngineId.FUZZ;
import static watertight.checker.verdict.EngineId.KERNEL;
import static watertight.checker.verdict.EngineId.SMT;
import static watertight.checker.verdict.Verdict.BROKEN;
import static watertight.checker.verdict.Verdict.DISAGREEMENT;
import static watertight.checker.verdict.Verdict.HOLDS;
import static watertight.checker.verdict.Verdict.INCONCLUSIVE;
import static watertight.checker.verdict.Verdict.NOT_RUN;
import static watertight.checker.verdict.Verdict.VACUOUS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;

class CombinedTest {
  private static final ClaimRun SHOULD_HOLD = new ClaimRun("s/c", HOLDS, Set.of());
  private static final ClaimRun SHOULD_BREAK = new ClaimRun("s/c", BROKEN, Set.of());

  private static Combined combined(ClaimRun run, Evidence... evidence) {
    return Combined.of(run, List.of(evidence), Set.of());
  }

  private static Evidence proved() {
    return Evidence.holds(SMT, Strength.FOR_ALL, Bound.none("any number of tasks"));
  }

  private static Evidence holdsUpTo(int depth) {
    return Evidence.holds(
        EXPLORE,
        Strength.EXHAUSTIVE,
        new Bound("depth " + depth, trace -> trace.steps().size() <= depth));
  }

  private static Evidence sampled(EngineId engine) {
    return Evidence.holds(engine, Strength.SAMPLED, Bound.sampled("1000 runs"));
  }

  private static Evidence brokenIn(EngineId engine, int steps) {
    return Evidence.broken(engine, Bound.sampled("some"), trace(steps));
  }

  private static RenderedTrace trace(int steps) {
    return new RenderedTrace(
        Optional.of("s/c"),
        Optional.empty(),
        List.of(),
        Map.of(),
        false,
        List.of(),
        IntStream.rangeClosed(1, steps)
            .mapToObj(n -> new TraceStep(n, "A", "exit(0)", "?", Optional.empty(), List.of()))
            .toList(),
        "goal",
        OptionalInt.empty(),
        "");
  }

  @Test
  void aTraceThatReplaysBreaksTheClaim() {
    assertEquals(BROKEN, combined(SHOULD_BREAK, brokenIn(FUZZ, 4), sampled(AGREE)).verdict());
  }

  @Test
  void brokenWithoutATraceThatReplaysIsADisagreement() {
    Evidence unreplayed = Evidence.of(ALLOY, BROKEN, "the counterexample does not replay");
    assertEquals(DISAGREEMENT, combined(SHOULD_BREAK, unreplayed).verdict());
  }

  @Test
  void withoutATraceTheStrongestHoldsHolds() {
    Combined all = combined(SHOULD_HOLD, sampled(FUZZ), holdsUpTo(8), proved());
    assertEquals(HOLDS, all.verdict());
    assertEquals(SMT, all.deciding().orElseThrow().engine());
    Combined two = combined(SHOULD_HOLD, sampled(FUZZ), holdsUpTo(8));
    assertEquals(EXPLORE, two.deciding().orElseThrow().engine());
  }

  @Test
  void aTraceWithinTheBoundOfAHoldsIsADisagreement() {
    Combined all = combined(SHOULD_HOLD, holdsUpTo(8), brokenIn(FUZZ, 8));
    assertEquals(DISAGREEMENT, all.verdict());
    assertTrue(all.fell());
    assertTrue(all.reason().orElseThrow().contains("explore says holds (exhaustive)"));
    assertEquals(DISAGREEMENT, combined(SHOULD_BREAK, proved(), brokenIn(FUZZ, 80)).verdict());
  }

  @Test
  void aTraceBeyondTheBoundOfAHoldsIsNoDisagreement() {
    assertEquals(BROKEN, combined(SHOULD_HOLD, holdsUpTo(8), brokenIn(FUZZ, 9)).verdict());
  }

  @Test
  void samplesContradictNothing() {
    assertEquals(BROKEN, combined(SHOULD_HOLD, sampled(FUZZ), brokenIn(EXPLORE, 2)).verdict());
  }

  @Test
  void whatAComparisonHoldsSaysNothingAboutTheClaim() {
    Combined alone = combined(SHOULD_HOLD, sampled(AGREE), sampled(KERNEL));
    assertEquals(INCONCLUSIVE, alone.verdict());
    assertEquals(ExitCode.INCONCLUSIVE, alone.exitCode());
    Evidence everywhere = Evidence.holds(KERNEL, Strength.SAMPLED, Bound.none("all"));
    assertEquals(BROKEN, combined(SHOULD_BREAK, everywhere, brokenIn(EXPLORE, 2)).verdict());
  }

  @Test
  void aDifferenceBetweenDescriptionsFellsTheClaim() {
    Evidence differ = Evidence.of(AGREE, DISAGREEMENT, "step 3: EPERM and 0");
    Combined all = combined(SHOULD_BREAK, brokenIn(EXPLORE, 2), differ);
    assertEquals(DISAGREEMENT, all.verdict());
    assertEquals(ExitCode.FELL, all.exitCode());
    assertEquals("step 3: EPERM and 0", all.reason().orElseThrow());
  }

  @Test
  void oneVacuousEngineMakesTheClaimVacuous() {
    Evidence vacuous = Evidence.of(EXPLORE, VACUOUS, "the bound is below the trace of the twin");
    assertEquals(VACUOUS, combined(SHOULD_HOLD, vacuous, sampled(FUZZ)).verdict());
    Combined found = combined(SHOULD_BREAK, vacuous, brokenIn(FUZZ, 12));
    assertEquals(VACUOUS, found.verdict());
    assertEquals(ExitCode.VACUOUS, found.exitCode());
  }

  @Test
  void aClaimThatFellIsNotExcusedByAVacuousEngine() {
    Evidence vacuous = Evidence.of(EXPLORE, VACUOUS, "no action was ever enabled");
    assertEquals(BROKEN, combined(SHOULD_HOLD, vacuous, brokenIn(FUZZ, 12)).verdict());
  }

  @Test
  void notRunDoesNotMatterUnlessAskedForByName() {
    Evidence notRun = Evidence.of(KERNEL, NOT_RUN, "no cc");
    Combined all = combined(SHOULD_HOLD, holdsUpTo(8), notRun);
    assertEquals(HOLDS, all.verdict());
    Combined asked =
        Combined.of(SHOULD_HOLD, List.of(holdsUpTo(8), notRun), Set.of(EXPLORE, KERNEL));
    assertEquals(INCONCLUSIVE, asked.verdict());
    assertEquals("no cc", asked.reason().orElseThrow());
    Combined fell = Combined.of(SHOULD_HOLD, List.of(brokenIn(FUZZ, 3), notRun), Set.of(KERNEL));
    assertEquals(BROKEN, fell.verdict());
  }

  @Test
  void anEngineWithoutAnArtefactIsNeutral() {
    Evidence none = Evidence.notCovered(ALLOY);
    assertEquals(
        HOLDS, Combined.of(SHOULD_HOLD, List.of(holdsUpTo(8), none), Set.of(ALLOY)).verdict());
  }

  @Test
  void aClaimThatNoEngineCoversIsInconclusive() {
    Combined none = combined(SHOULD_HOLD, Evidence.notCovered(ALLOY));
    assertEquals(INCONCLUSIVE, none.verdict());
    assertFalse(none.ok());
    assertEquals(INCONCLUSIVE, combined(SHOULD_HOLD).verdict());
  }

  @Test
  void anEngineOutOfTimeLeavesTheRestToTheOthers() {
    Evidence spent = Evidence.of(EXPLORE, INCONCLUSIVE, "60 s spent at depth 7");
    assertEquals(HOLDS, combined(SHOULD_HOLD, spent, sampled(FUZZ)).verdict());
    Combined alone = combined(SHOULD_HOLD, spent);
    assertEquals(INCONCLUSIVE, alone.verdict());
    assertEquals("60 s spent at depth 7", alone.reason().orElseThrow());
  }

  @Test
  void theOppositeOfWhatIsExpectedFells() {
    assertEquals(ExitCode.FELL, combined(SHOULD_BREAK, holdsUpTo(8)).exitCode());
    assertEquals(ExitCode.FELL, combined(SHOULD_HOLD, brokenIn(EXPLORE, 1)).exitCode());
    assertEquals(ExitCode.AS_EXPECTED, combined(SHOULD_BREAK, brokenIn(EXPLORE, 1)).exitCode());
  }

  @Test
  void theShortestTraceStandsForTheClaim() {
    Combined all = combined(SHOULD_BREAK, brokenIn(EXPLORE, 5), brokenIn(FUZZ, 4));
    assertEquals(4, all.trace().orElseThrow().steps().size());
  }

  @Test
  void evidenceStandsInTheOrderOfTheEngines() {
    Combined all = combined(SHOULD_HOLD, sampled(AGREE), sampled(FUZZ), holdsUpTo(1));
    assertEquals(
        List.of(EXPLORE, FUZZ, AGREE), all.evidence().stream().map(Evidence::engine).toList());
  }

  @Test
  void nobodyExpectsInconclusive() {
    assertThrows(
        IllegalArgumentException.class, () -> new ClaimRun("s/c", Verdict.INCONCLUSIVE, Set.of()));
  }
}
