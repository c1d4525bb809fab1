package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.charge.ChargeGuards;

/** The kernel of this machine is the judge; where it cannot be asked, the tests say why. */
class ForkEngineTest {
  /** -Dwatertight.forks=100000 for the whole race. */
  private static final long FORKS = Long.getLong("watertight.forks", 3_000);

  private static final Budget BUDGET = Budget.of(Duration.ofMinutes(5), 1, "small", 1);

  private static ForkRace race(int slack) {
    try {
      return ForkRace.run(FORKS, slack, () -> false);
    } catch (NotRun e) {
      return abort("not run: " + e.getMessage());
    }
  }

  @Test
  void noForkSucceedsOverALimitAndTheLimitIsReached() {
    ForkRace race = race(0);
    System.out.printf(
        "%d contended forks of %d, %d succeeded, over for a moment %d times%n",
        race.contended(), race.tried(), race.succeeded(), race.overshoots());
    assertEquals(0, race.excess(), race::toString);
    assertTrue(race.isAccounted(), race::toString);
    assertTrue(race.contended() >= FORKS, race::toString);
    assertTrue(race.refused() > 0 && race.other() == 0, race::toString);
    ForkRace.Level top = race.levels().getFirst();
    assertEquals(top.max(), top.highest());
    assertTrue(top.reached() > 0);
  }

  /** A kernel that lets one too many through, as seen by this watch. */
  @Test
  void aLimitThatIsSetOneHigherIsReported() {
    ForkRace race = race(1);
    assertTrue(race.excess() > 0, race::toString);
    ForkRace.Level top = race.levels().getFirst();
    assertEquals(top.max() + 1, top.highest());
    assertEquals(Verdict.DISAGREEMENT, verdict(race, Set.of()));
  }

  @Test
  void nothingIsLeftBehindWhenItIsEndedBefore() throws IOException {
    Set<String> before = Groups.ours();
    NotRun spent = assertThrows(NotRun.class, () -> ForkRace.run(1_000_000_000, 0, () -> true));
    if (!spent.getMessage().equals("the time was spent")) {
      abort("not run: " + spent.getMessage());
    }
    assertEquals(before, Groups.ours());
  }

  private static final ForkRace GOOD =
      new ForkRace(
          1, 900, 100, 50, 850, 0, 50, List.of(new ForkRace.Level("top", 3, 3, 20, 0, 9, 1, 0)));

  private static Evidence evidence(ForkRace race, Set<Guard> without) {
    ClaimRun run = new ClaimRun("pids/fork-bomb-stops", Verdict.HOLDS, without);
    return new ForkEngine((forks, spent) -> race).check(run, BUDGET, progress -> {});
  }

  private static Verdict verdict(ForkRace race, Set<Guard> without) {
    return evidence(race, without).verdict();
  }

  private static ForkRace with(ForkRace.Level level, long ran) {
    return new ForkRace(1, 900, 100, 50, 850, 0, ran, List.of(level));
  }

  @Test
  void theEvidenceSaysWhatWasSeen() {
    Evidence good = evidence(GOOD, Set.of());
    assertEquals(Verdict.HOLDS, good.verdict());
    assertTrue(good.bound().orElseThrow().text().contains("900 forks, 100 of them contended"));
    assertTrue(good.reason().orElseThrow().contains("1 of 9 reads"));
    assertEquals(Verdict.VACUOUS, verdict(with(level(2, 0, 0), 50), Set.of()));
    assertEquals(Verdict.DISAGREEMENT, verdict(with(level(4, 1, 0), 50), Set.of()));
    assertEquals(Verdict.DISAGREEMENT, verdict(with(level(3, 0, 2), 50), Set.of()));
    assertEquals(Verdict.DISAGREEMENT, verdict(with(level(3, 0, 0), 51), Set.of()));
  }

  private static ForkRace.Level level(int highest, long excess, long left) {
    return new ForkRace.Level("top", 3, highest, highest < 3 ? 0 : 1, excess, 9, 0, left);
  }

  @Test
  void aModelWithoutAGuardDiffersFromTheKernel() {
    for (Guard guard :
        List.of(ChargeGuards.PIDS_CHARGED_ON_FORK, ChargeGuards.PIDS_CHECKS_EVERY_ANCESTOR)) {
      assertEquals(Verdict.DISAGREEMENT, verdict(GOOD, Set.of(guard)), guard.id());
    }
    assertEquals(Verdict.HOLDS, verdict(GOOD, Set.of(ChargeGuards.SET_LIMIT_RECHECKS)));
  }

  @Test
  void withoutAControllerItIsNotRun() {
    ForkEngine engine =
        new ForkEngine(
            (forks, spent) -> {
              throw new NotRun("there is no pids controller");
            });
    ClaimRun run = new ClaimRun("pids/fork-bomb-stops", Verdict.HOLDS, Set.of());
    Evidence evidence = engine.check(run, BUDGET, progress -> {});
    assertEquals(Verdict.NOT_RUN, evidence.verdict());
    assertEquals("there is no pids controller", evidence.reason().orElseThrow());
    assertFalse(engine.covers("memory/never-overcharged"));
  }
}
