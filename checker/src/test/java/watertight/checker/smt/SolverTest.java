package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Catches a solver that is still in a hurry when the next question is put together. */
class SolverTest {
  private static final Duration NO_TIME = Duration.ofMillis(1);
  private static final Duration ENOUGH = Duration.ofMinutes(1);
  private static final int TIMES = 40;

  @Test
  void aQuestionThatHadNoTimeDoesNotSpoilTheNext() {
    SmtScript script = SmtScripts.named("hostcall-values");
    Obligation obligation = script.of("iago/wide-values").getFirst();
    try (Solver solver = new Solver(script)) {
      int unknown = 0;
      for (int n = 0; n < TIMES; n++) {
        for (Obligation one : script.of("iago/wide-values")) {
          unknown += solver.ask(one, Set.of(), NO_TIME) instanceof SmtAnswer.Unknown ? 1 : 0;
        }
      }
      assertTrue(unknown > 0, "every question was answered at once");
      assertInstanceOf(SmtAnswer.Proved.class, solver.ask(obligation, Set.of(), ENOUGH));
    }
  }
}
