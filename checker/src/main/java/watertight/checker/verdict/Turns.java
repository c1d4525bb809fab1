package watertight.checker.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, in order, by several threads. One that would have to wait for an engine that
 * is asked one thing at a time takes up the next instead.
 */
final class Turns {
  private record Turn(Engine engine, FutureTask<Evidence> task) {}

  private final List<Turn> open = new ArrayList<>();
  private final Set<EngineId> busy = EnumSet.noneOf(EngineId.class);

  /** Adds something at the end; before any thread works. */
  Future<Evidence> add(Engine engine, Callable<Evidence> asked) {
    FutureTask<Evidence> task = new FutureTask<>(asked);
    open.add(new Turn(engine, task));
    return task;
  }

  /** Works until nothing is left to take up, or until the thread is interrupted. */
  void work() {
    try {
      for (Turn turn = take(); turn != null; turn = take()) {
        try {
          turn.task().run();
        } finally {
          done(turn);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Turn take() throws InterruptedException {
    while (!open.isEmpty()) {
      for (Turn turn : open) {
        if (!turn.engine().oneAtATime() || busy.add(turn.engine().id())) {
          open.remove(turn);
          return turn;
        }
      }
      wait();
    }
    return null;
  }

  private synchronized void done(Turn turn) {
    if (turn.engine().oneAtATime()) {
      busy.remove(turn.engine().id());
    }
    notifyAll();
  }
}
