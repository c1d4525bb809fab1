package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import watertight.model.Guards;

/**
 * Model and specification held against each other, in both directions, in many small pieces:
 * whoever wants the result works on it until nothing is left to do.
 */
final class Comparison {
  private static final int RUNS_A_PIECE = 10;

  private final Questions questions;
  private final Coverage coverage = new Coverage();
  private final ConcurrentLinkedQueue<Supplier<@Nullable Disagreement>> pieces =
      new ConcurrentLinkedQueue<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private final CountDownLatch open;
  private int skipped;

  /**
   * @param model the guards in force in the model
   * @param runs how many runs of the model are sent to the specification
   * @param instances how many instances of each predicate are stepped in the model
   */
  Comparison(Questions questions, Guards model, int runs, int instances, long seed) {
    this.questions = questions;
    AlloyToModel back = new AlloyToModel(questions, model, coverage);
    for (String predicate : questions.predicates()) {
      pieces.add(() -> back.run(predicate, instances, seed));
    }
    pieces.add(() -> new ModelToAlloy(questions, model, coverage, seed).stories());
    for (int first = 0; first < runs; first += RUNS_A_PIECE) {
      int start = first;
      pieces.add(() -> runs(model, start, Math.min(runs, start + RUNS_A_PIECE), seed));
    }
    this.open = new CountDownLatch(pieces.size());
  }

  private @Nullable Disagreement runs(Guards model, int first, int end, long seed) {
    ModelToAlloy there = new ModelToAlloy(questions, model, coverage, seed + first);
    Disagreement met = null;
    for (int i = first; i < end && met == null; i++) {
      met = there.run(seed * 1_000_003 + i);
    }
    return met;
  }

  /** Works until all is done, or until {@code isSpent}: what is left then is skipped. */
  void work(BooleanSupplier isSpent) throws InterruptedException {
    for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
      try {
        if (isSpent.getAsBoolean() || hasFailed()) {
          skip();
        } else {
          note(piece.get());
        }
      } finally {
        open.countDown();
      }
    }
    open.await();
  }

  private synchronized boolean hasFailed() {
    return !disagreements.isEmpty();
  }

  private synchronized void skip() {
    skipped++;
  }

  private synchronized void note(@Nullable Disagreement disagreement) {
    if (disagreement != null) {
      disagreements.add(disagreement);
    }
  }

  /** The first disagreement. */
  synchronized Optional<Disagreement> disagreement() {
    return disagreements.stream().findFirst();
  }

  /** How many pieces there was no time for. */
  synchronized int skipped() {
    return skipped;
  }

  /** What was compared. */
  Coverage coverage() {
    return coverage;
  }

  /** The predicates that were compared. */
  List<String> predicates() {
    return questions.predicates();
  }

  /** What was compared, as a table. */
  List<String> lines() {
    return coverage.lines(predicates());
  }
}
