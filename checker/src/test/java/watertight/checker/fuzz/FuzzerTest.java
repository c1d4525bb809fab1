package watertight.checker.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

class FuzzerTest {
  private static final Lock LOCK = new Lock(List.of(17, 3, 99, 42, 8, 61));
  private static final Lock SEALED = new Lock(List.of(17, 3, 100));

  private static Found<Lock.Turn> fuzz(Lock lock, long seed) {
    AtomicReference<Found<Lock.Turn>> found = new AtomicReference<>();
    Fuzzer.Limits limits = new Fuzzer.Limits(200_000, 40, () -> false);
    JqwikSession.run(
        () -> found.set(new Fuzzer<>(lock, lock.closed(), Lock.second(7), seed, limits).run()));
    return found.get();
  }

  @Test
  void knownBreakIsFoundAndShrunkToTheCombinationAlone() {
    List<Lock.Turn> opening =
        LOCK.combination().stream().map(number -> new Lock.Turn(0, number)).toList();
    assertEquals(Optional.of(opening), fuzz(LOCK, 1).trace());
  }

  @Test
  void knownHoldIsHeldAndItsWitnessMet() {
    Found<Lock.Turn> found = fuzz(SEALED, 1);
    assertEquals(Optional.empty(), found.trace());
    assertTrue(found.counts().witnessed() > 0);
    assertTrue(found.counts().steps() >= 200_000);
  }

  @Test
  void sameSeedDoesTheSame() {
    assertEquals(done(fuzz(LOCK, 5)), done(fuzz(LOCK, 5)));
    assertEquals(done(fuzz(SEALED, 5)), done(fuzz(SEALED, 5)));
  }

  private static List<Object> done(Found<Lock.Turn> found) {
    return List.of(found.trace(), found.foundAt(), found.counts().toString());
  }
}
