package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import watertight.checker.conform.GuardRecords.GuardRecord;
import watertight.checker.kernel.LocalOracle;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.model.Guard;
import watertight.model.linux.LinuxGuards;

/**
 * Every guard is put to the kernel: without it the model differs in the recorded random run. After
 * a change of what is drawn the failure says which runs are to be recorded now.
 */
class GuardsOnTheKernelTest {
  private static final long MOST_RUNS = 20_000;
  private static final long SEED = 1;

  /** What is done with a kernel, inside a jqwik session. */
  private interface Asking {
    void ask(Oracle oracle) throws NotRun;
  }

  private static void withKernel(Asking asking) {
    AtomicReference<@Nullable NotRun> reason = new AtomicReference<>();
    JqwikSession.run(
        () -> {
          try (Oracle oracle = LocalOracle.open()) {
            asking.ask(oracle);
          } catch (NotRun e) {
            reason.set(e);
          }
        });
    NotRun notRun = reason.get();
    if (notRun != null) {
      abort("not run: " + notRun.getMessage());
    }
  }

  @Test
  void everyGuardOfTheSliceIsRecorded() {
    assertEquals(
        LinuxGuards.removable().stream()
            .map(Guard::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(GuardRecords.all().keySet()));
  }

  @Test
  void whatIsSeenIsSeenWithinTwentyThousandRunsAndTheRestHasAReason() {
    GuardRecords.all()
        .forEach(
            (guard, record) -> {
              switch (record) {
                case GuardRecord.Seen seen -> assertTrue(seen.run() < MOST_RUNS, guard);
                case GuardRecord.Unseen unseen -> assertFalse(unseen.reason().isBlank(), guard);
              }
            });
  }

  @Test
  void withoutAGuardTheModelDiffersFromTheKernelInTheRecordedRun() {
    withKernel(
        oracle -> {
          List<Guard> silent = new ArrayList<>();
          for (Guard guard : LinuxGuards.removable()) {
            if (GuardRecords.all().get(guard.id()) instanceof GuardRecord.Seen(long run, long seed)
                && !new GuardHunt(oracle, seed).differs(guard, run)) {
              silent.add(guard);
            }
          }
          if (!silent.isEmpty()) {
            fail("other lines in specs/conform/guards.txt: " + hunted(oracle, silent));
          }
        });
  }

  private static String hunted(Oracle oracle, List<Guard> silent) throws NotRun {
    Map<String, Long> found = new GuardHunt(oracle, SEED).first(silent, MOST_RUNS);
    return silent.stream()
        .map(
            guard ->
                found.containsKey(guard.id())
                    ? "%n%s: run %d of seed %d".formatted(guard.id(), found.get(guard.id()), SEED)
                    : "%n%s: no run shows it".formatted(guard.id()))
        .collect(Collectors.joining());
  }
}
