package watertight.checker.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private record Asked(EngineId id, boolean oneAtATime) implements Engine {
    @Override
    public boolean covers(String claim) {
      return true;
    }

    @Override
    public Evidence check(ClaimRun run, Budget budget, Progress progress) {
      return Evidence.notCovered(id);
    }
  }

  private static final Engine ALONE = new Asked(EngineId.FUZZ, true);
  private static final Engine TOGETHER = new Asked(EngineId.EXPLORE, false);
  private static final Evidence DONE = Evidence.notCovered(EngineId.FUZZ);

  private static void work(Turns turns, int threads) throws InterruptedException {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(Thread.startVirtualThread(turns::work));
    }
    for (Thread one : all) {
      one.join();
    }
  }

  @Test
  void anEngineThatIsAskedOneThingAtATimeIs() throws Exception {
    Turns turns = new Turns();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Evidence>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(
          turns.add(
              ALONE,
              () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                return DONE;
              }));
    }
    work(turns, 4);
    assertEquals(1, most.get());
    for (Future<Evidence> answer : answers) {
      assertEquals(DONE, answer.get());
    }
  }

  /** With two threads, and one of them in an engine that the next thing would wait for. */
  @Test
  void whoWouldWaitTakesUpSomethingElse() throws Exception {
    Turns turns = new Turns();
    CountDownLatch other = new CountDownLatch(1);
    Future<Evidence> first =
        turns.add(
            ALONE,
            () -> {
              assertTrue(other.await(30, TimeUnit.SECONDS));
              return DONE;
            });
    Future<Evidence> second = turns.add(ALONE, () -> DONE);
    turns.add(
        TOGETHER,
        () -> {
          other.countDown();
          return DONE;
        });
    work(turns, 2);
    assertEquals(DONE, first.get());
    assertEquals(DONE, second.get());
  }

  @Test
  void aFaultEndsItsOwnTurnAlone() throws Exception {
    Turns turns = new Turns();
    Future<Evidence> fault =
        turns.add(
            ALONE,
            () -> {
              throw new IllegalStateException("a fault");
            });
    Future<Evidence> next = turns.add(ALONE, () -> DONE);
    work(turns, 2);
    assertEquals(Future.State.FAILED, fault.state());
    assertEquals(DONE, next.get());
  }
}
