package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.LocalOracle;
import watertight.checker.kernel.NotRun;
import watertight.checker.search.Scenarios;
import watertight.checker.search.SharedSearches;
import watertight.checker.search.Systems;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.linux.Rules;

/**
 * The engine's canaries: a second model in the place of the kernel that is the same, and ones that
 * are not; and the kernel of this machine, which has every guard.
 */
class KernelEngineTest {
  /** Searches are shared, as they are in a check. */
  private static final SharedSearches SEARCHES = new SharedSearches();

  private static final List<String> CLAIMS =
      List.of(
          "chroot/needs-privilege",
          "chroot/confines-root",
          "chroot/moved-directory.mount-root",
          "chroot/lookup-confined",
          "chroot/symlinks-end");

  private static Evidence check(Oracles oracles, String claim, Set<Guard> without) {
    ClaimRun run = new ClaimRun(claim, Verdict.HOLDS, without);
    return new KernelEngine(oracles, SEARCHES)
        .check(run, Budget.of(Duration.ofMinutes(2), 1, "default", 1), Progress.NONE);
  }

  private static Evidence check(ModelOracle other, String claim) {
    return check(() -> other, claim, Set.of());
  }

  static List<String> claims() {
    return CLAIMS;
  }

  @ParameterizedTest
  @MethodSource("claims")
  void anEqualKernelAgrees(String claim) {
    Evidence evidence = check(ModelOracle.honest(Rules.LINUX), claim);
    assertEquals(Verdict.HOLDS, evidence.verdict(), evidence.toString());
    assertEquals(Strength.SAMPLED, evidence.strength().orElseThrow());
  }

  /** The recorded breaks: each set of guards must be missed by the model that lacks it. */
  static Stream<Canary> canaries() {
    return CLAIMS.stream()
        .map(name -> Systems.claim(name).orElseThrow())
        .flatMap(
            claim ->
                claim.twins().stream()
                    .map(Claim.Twin::away)
                    .filter(away -> !away.isEmpty())
                    .map(away -> new Canary(claim.name(), away)));
  }

  record Canary(String claim, Set<Guard> away) {}

  @ParameterizedTest
  @MethodSource("canaries")
  void aModelWithoutItsGuardsDiffersFromOneThatHasThem(Canary canary) {
    ModelOracle full = ModelOracle.honest(Rules.LINUX);
    assertDisagrees(check(() -> full, canary.claim(), canary.away()));
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void aModelWithoutItsGuardsDiffersFromTheKernel(Canary canary) {
    Evidence evidence = check(LocalOracle::open, canary.claim(), canary.away());
    if (evidence.verdict() == Verdict.NOT_RUN) {
      abort("not run: " + evidence.reason().orElse(""));
    }
    assertDisagrees(evidence);
  }

  @Test
  void aDisagreementHasATraceThatExpectsWhatTheKernelSaid() {
    Canary canary = canaries().findFirst().orElseThrow();
    ModelOracle full = ModelOracle.honest(Rules.LINUX);
    RenderedTrace trace = check(() -> full, canary.claim(), canary.away()).trace().orElseThrow();
    assertEquals("-1 EPERM", trace.steps().getLast().result());
    assertTrue(
        LitmusParser.parse(Source.of("trace", trace.litmus()), Scenarios.guards())
                .litmus()
                .steps()
                .size()
            >= trace.steps().size());
  }

  @Test
  void aKernelThatTellsAnotherAnswerOrAnotherStateDisagrees() {
    UnaryOperator<Answer> wrong =
        answer -> answer instanceof Answer.Failed ? new Answer.Failed(99) : answer;
    assertDisagrees(
        check(
            new ModelOracle(Rules.LINUX, wrong, UnaryOperator.identity()),
            "chroot/needs-privilege"));
    for (var corruption : Corruptions.all()) {
      assertDisagrees(
          check(
              new ModelOracle(Rules.LINUX, UnaryOperator.identity(), corruption),
              "chroot/needs-privilege"));
    }
  }

  private static void assertDisagrees(Evidence evidence) {
    assertEquals(Verdict.DISAGREEMENT, evidence.verdict(), evidence.toString());
    assertTrue(evidence.trace().isPresent());
  }

  @Test
  void whatIsCutIsCountedWithItsReason() {
    Evidence evidence = check(ModelOracle.honest(Rules.LINUX), "chroot/check-then-use.in-root");
    assertEquals(Verdict.HOLDS, evidence.verdict(), evidence.toString());
    assertTrue(evidence.reason().orElseThrow().contains("where no kernel can be held"));
  }

  @Test
  void withoutAKernelItIsNotRunAndSaysWhy() {
    Evidence evidence =
        check(
            () -> {
              throw new NotRun("there is no C compiler (cc)");
            },
            "chroot/needs-privilege",
            Set.of());
    assertEquals(Verdict.NOT_RUN, evidence.verdict());
    assertEquals("there is no C compiler (cc)", evidence.reason().orElseThrow());
  }

  @Test
  void claimsOfOtherMachinesAreNotCovered() {
    KernelEngine engine =
        new KernelEngine(() -> ModelOracle.honest(Rules.LINUX), new SharedSearches());
    assertFalse(engine.covers("memory/moved-task"));
    assertTrue(engine.covers("chroot/needs-privilege"));
    assertEquals(
        Verdict.NOT_COVERED, check(ModelOracle.honest(Rules.LINUX), "memory/moved-task").verdict());
  }

  @Test
  void theKernelGivesTheAnswersOfTheModelWithAllGuards() {
    for (String claim : CLAIMS) {
      Evidence evidence = check(LocalOracle::open, claim, Set.of());
      if (evidence.verdict() == Verdict.NOT_RUN) {
        abort("not run: " + evidence.reason().orElse(""));
      }
      assertEquals(Verdict.HOLDS, evidence.verdict(), evidence.toString());
    }
  }
}
