package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.Z3Exception;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Time that runs out in Z3 is no fault of the program. Catches a solver that passes the error on,
 * one that leaves the question half asked, and one that hurries more than questions.
 */
class SolverTest {
  private static final SmtScript SCRIPT = SmtScripts.named("pids");
  private static final Duration TIME = Duration.ofMinutes(1);

  /** Z3, which gives up its first questions, and whatever else is asked in a hurry. */
  private static final class Hurried implements Solver.Z3 {
    private final Session session = new Session();
    private final String error;
    private int left;
    private boolean hurried;

    Hurried(String error, int left) {
      this.error = error;
      this.left = left;
    }

    @Override
    public String say(String command) {
      boolean question = command.startsWith("(check-sat");
      boolean limit = command.startsWith("(set-option :timeout");
      hurried = limit ? !command.contains("4294967295") : hurried;
      boolean moves = command.startsWith("(push") || command.startsWith("(pop");
      if (question && left-- > 0 || moves && hurried) {
        throw new Z3Exception("(error \"line 174 column 64: " + error + "\")");
      }
      return session.say(command);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Test
  void aQuestionThatIsCancelledIsNotKnownAndTheNextIs() {
    Obligation obligation = SCRIPT.obligations().getFirst();
    try (Solver solver = new Solver(SCRIPT, new Hurried("canceled", 1))) {
      assertInstanceOf(SmtAnswer.Unknown.class, solver.ask(obligation, Set.of(), TIME));
      assertInstanceOf(SmtAnswer.Proved.class, solver.ask(obligation, Set.of(), TIME));
    }
  }

  @Test
  void anotherErrorIsAFault() {
    Obligation obligation = SCRIPT.obligations().getFirst();
    try (Solver solver = new Solver(SCRIPT, new Hurried("out of memory", 1))) {
      Z3Exception fault =
          assertThrows(Z3Exception.class, () -> solver.ask(obligation, Set.of(), TIME));
      assertTrue(fault.getMessage().contains("out of memory"));
    }
  }
}
