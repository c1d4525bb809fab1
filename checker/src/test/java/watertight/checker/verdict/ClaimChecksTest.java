package watertight.checker.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClaimChecksTest {
  private static final Bound ALL = Bound.none("all");

  private record Simple(Function<ClaimRun, Evidence> checks) implements Engine {
    @Override
    public EngineId id() {
      return EngineId.EXPLORE;
    }

    @Override
    public boolean covers(String claim) {
      return !claim.endsWith("uncovered");
    }

    @Override
    public Evidence check(ClaimRun run, Budget budget, Progress progress) {
      return checks.apply(run);
    }
  }

  private static ClaimRun claim(String name) {
    return new ClaimRun(name, Verdict.HOLDS, Set.of());
  }

  private static Evidence holds(ClaimRun run) {
    return Evidence.holds(EngineId.EXPLORE, Strength.EXHAUSTIVE, ALL);
  }

  private static List<Combined> run(
      Function<ClaimRun, Evidence> engine, Duration time, String... claims) {
    List<Combined> inOrder = new ArrayList<>();
    List<Combined> all =
        new ClaimChecks(List.of(new Simple(engine)), Set.of(), what -> Progress.NONE, what -> {})
            .run(
                List.of(claims).stream().map(ClaimChecksTest::claim).toList(),
                Budget.of(time, 1, "default", 1),
                2,
                inOrder::add);
    assertEquals(all, inOrder);
    return all;
  }

  @Test
  void claimsComeOutInOrderWhicheverIsReadyFirst() {
    CountDownLatch second = new CountDownLatch(1);
    List<Combined> all =
        run(
            claim -> {
              if (claim.claim().equals("s/b")) {
                second.countDown();
              } else {
                await(second);
              }
              return holds(claim);
            },
            Duration.ofMinutes(1),
            "s/a",
            "s/b");
    assertEquals(List.of("s/a", "s/b"), all.stream().map(one -> one.run().claim()).toList());
  }

  /**
   * So that when the time does not suffice, every claim has been looked at by the first engines.
   */
  @Test
  void theFirstClaimIsAskedOfAllEnginesThenEachEngineAboutAllOthers() {
    List<String> asked = new ArrayList<>();
    Function<String, Engine> named =
        name ->
            new Simple(
                claim -> {
                  asked.add(name + " " + claim.claim());
                  return holds(claim);
                });
    List<Engine> engines = List.of(named.apply("first"), named.apply("second"));
    new ClaimChecks(engines, Set.of(), what -> Progress.NONE, what -> {})
        .run(
            List.of(claim("s/a"), claim("s/b"), claim("s/c")),
            Budget.of(Duration.ofMinutes(1), 1, "default", 1),
            1,
            one -> {});
    assertEquals(
        List.of("first s/a", "second s/a", "first s/b", "first s/c", "second s/b", "second s/c"),
        asked);
  }

  /** There is something to read soon, whichever claims come first. */
  @Test
  void theClaimWithTheFewestEnginesComesOutFirst() {
    List<String> out = new ArrayList<>();
    Engine other =
        new Engine() {
          @Override
          public EngineId id() {
            return EngineId.FUZZ;
          }

          @Override
          public boolean covers(String claim) {
            return !claim.equals("s/b");
          }

          @Override
          public Evidence check(ClaimRun run, Budget budget, Progress progress) {
            return Evidence.holds(EngineId.FUZZ, Strength.SAMPLED, ALL);
          }
        };
    List<Combined> all =
        new ClaimChecks(
                List.of(new Simple(ClaimChecksTest::holds), other),
                Set.of(),
                what -> Progress.NONE,
                what -> {})
            .run(
                List.of(claim("s/a"), claim("s/b")),
                Budget.of(Duration.ofMinutes(1), 1, "default", 1),
                1,
                one -> out.add(one.run().claim()));
    assertEquals(List.of("s/b", "s/a"), out);
    assertEquals(List.of("s/a", "s/b"), all.stream().map(one -> one.run().claim()).toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEngineWithoutAnArtefactIsNotAsked() {
    List<Combined> all =
        run(
            claim -> {
              throw new IllegalStateException("asked");
            },
            Duration.ofMinutes(1),
            "s/uncovered");
    assertEquals(Verdict.INCONCLUSIVE, all.getFirst().verdict());
    assertEquals(Verdict.NOT_COVERED, all.getFirst().evidence().getFirst().verdict());
  }

  @Test
  void aSpentBudgetIsInconclusive() {
    assertEquals(
        Verdict.INCONCLUSIVE,
        run(ClaimChecksTest::holds, Duration.ZERO, "s/a").getFirst().verdict());
  }

  @Test
  void spentMemoryIsInconclusive() {
    List<Combined> all =
        run(
            claim -> {
              throw new OutOfMemoryError("test");
            },
            Duration.ofMinutes(1),
            "s/a");
    assertEquals("the memory was spent", all.getFirst().reason().orElseThrow());
  }

  @Test
  void aFaultOfAnEngineIsNoVerdict() {
    ClaimChecks.EngineFault fault =
        assertThrows(
            ClaimChecks.EngineFault.class,
            () ->
                run(
                    claim -> {
                      throw new IllegalStateException("wrong");
                    },
                    Duration.ofMinutes(1),
                    "s/a"));
    assertTrue(fault.getMessage().contains("explore"));
  }

  @Test
  void howLongItTookIsMeasured() {
    List<Combined> all = run(ClaimChecksTest::holds, Duration.ofMinutes(1), "s/a");
    assertTrue(all.getFirst().evidence().getFirst().seconds().isPresent());
  }
}
