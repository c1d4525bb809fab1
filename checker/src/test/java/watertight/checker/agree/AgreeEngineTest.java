package watertight.checker.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.claim.LinuxClaims;

class AgreeEngineTest {
  private final AgreeEngine engine = new AgreeEngine();

  @Test
  void everyClaimOfChrootIsAboutWhatTheSpecificationsSpeakOf() {
    for (var claim : LinuxClaims.all()) {
      assertEquals(claim.system().equals("chroot"), engine.covers(claim.name()), claim.name());
    }
    assertFalse(engine.covers("chroot/nothing-such"));
  }

  @Test
  void aGuardThatTheSpecificationsDoNotHaveIsNotCovered() {
    Guard guard = LinuxGuards.named("mount-nosymfollow").orElseThrow();
    Evidence evidence = check(Set.of(guard), Duration.ofMinutes(1));
    assertEquals(Verdict.NOT_COVERED, evidence.verdict());
  }

  @Test
  void withoutTimeNothingIsKnown() {
    Guard guard = LinuxGuards.named("symlink-limit").orElseThrow();
    Evidence evidence = check(Set.of(guard), Duration.ZERO);
    assertEquals(Verdict.INCONCLUSIVE, evidence.verdict());
    assertTrue(evidence.reason().orElseThrow().startsWith("the time was spent"));
  }

  @Test
  void theClaimsOfARunShareOneComparison() {
    Evidence first = check(Set.of(), Duration.ofMinutes(5));
    assertEquals(Verdict.HOLDS, first.verdict());
    Evidence again = check(Set.of(), Duration.ZERO);
    assertEquals(first.bound().orElseThrow().text(), again.bound().orElseThrow().text());
    assertTrue(AgreeEngine.table().stream().anyMatch(line -> line.startsWith("chroot_ok ")));
  }

  @Test
  void whatIsProvedIsComparedStepByStep() {
    for (String claim :
        List.of("memory/never-overcharged", "memory/rollback-complete", "pids/fork-bomb-stops")) {
      ClaimRun run = new ClaimRun(claim, Verdict.HOLDS, Set.of());
      Budget budget = Budget.of(Duration.ofMinutes(5), 1, "small", 1);
      Evidence evidence = engine.check(run, budget, Progress.NONE);
      assertEquals(Verdict.HOLDS, evidence.verdict(), evidence::toString);
    }
    assertTrue(AgreeEngine.table().contains("charge.smt2 drop not compared: without guards alone"));
    assertFalse(engine.covers("memory/never-overcharged.usage"));
  }

  @Test
  void aProofWithoutTimeIsNotKnown() {
    ClaimRun run = new ClaimRun("memory/moved-task", Verdict.HOLDS, Set.of());
    Budget budget = Budget.of(Duration.ZERO, 77, "small", 1);
    assertEquals(Verdict.INCONCLUSIVE, engine.check(run, budget, Progress.NONE).verdict());
  }

  private Evidence check(Set<Guard> without, Duration time) {
    ClaimRun run = new ClaimRun("chroot/dotdot-is-root", Verdict.HOLDS, without);
    return engine.check(run, Budget.of(time, 1, "small", 1), Progress.NONE);
  }
}
