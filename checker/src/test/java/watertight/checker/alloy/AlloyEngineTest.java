package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AlloyEngineTest {
  private static final Duration TIME = Duration.ofMinutes(2);

  /** A counter that a task may raise up to its limit; the guard stops it there. */
  private static final String COUNTER =
      """
      module counter
      open base
      abstract sig Level { above: lone Level }
      one sig Low, Middle, High extends Level {}
      fact { above = Low -> Middle + Middle -> High }
      one sig Task { var level: one Level }
      abstract sig Call {}
      one sig Raise extends Call {}
      one sig Now { var who: lone Task, var what: lone Call }
      pred raise_ok[t: Task, from: Level] {
        from = t.level and some from.above and t.level' = from.above
        LimitHolds not in Rules.gone implies from = Low
      }
      fact {
        Task.level = Low
        always (no Now.who and no Now.what and level' = level
          or Now.what = Raise and (some l: Level | raise_ok[Now.who, l]))
      }
      pred stays_low { always High not in Task.level }
      pred never_leaves { always Middle not in Task.level }
      stays_low: check { away[none] implies stays_low } for 3 but 4 steps expect 0
      never_leaves: check { away[none] implies never_leaves } for 3 but 4 steps expect 1
      """;

  private static final String BASE =
      """
      module base
      abstract sig Guard {}
      one sig LimitHolds extends Guard {}
      one sig Rules { gone: set Guard }
      pred away[gs: set Guard] { Rules.gone = gs }
      """;

  private final AlloySpec counter =
      AlloyLibrary.of(Map.of("counter", COUNTER, "base", BASE)).load("counter");

  @Test
  void whatIsTrueHolds() {
    AlloyAnswer answer = counter.check("stays_low", List.of(), TIME);
    assertEquals(AlloyAnswer.Kind.NONE, answer.kind());
    assertEquals("≤ 4 states", answer.scope());
  }

  @Test
  void whatIsWrongIsFoundBroken() {
    assertTrue(counter.check("never_leaves", List.of(), TIME).found());
  }

  @Test
  void whatRestsOnAGuardBreaksWithoutIt() {
    AlloyAnswer answer = counter.check("stays_low", List.of("LimitHolds"), TIME);
    Counterexample found = answer.instance().orElseThrow();
    assertEquals(
        List.of(
            new AlloyStep(1, "Task$0", "Raise", List.of(Map.of("from", "Low$0"))),
            new AlloyStep(2, "Task$0", "Raise", List.of(Map.of("from", "Middle$0")))),
        found.steps());
    assertEquals(OptionalInt.empty(), found.loopFrom());
    AlloyState last = found.after(found.steps().getLast());
    assertEquals(List.of(List.of("High$0")), last.of("level", "Task$0"));
    assertEquals(
        List.of(List.of("Middle$0")), found.before(found.steps().getLast()).of("level", "Task$0"));
  }

  @Test
  void theGuardsOfASpecificationAreKnown() {
    assertTrue(counter.knows(AlloyNames.signature("limit-holds")));
    assertFalse(counter.knows("Other"));
  }

  @Test
  void aQuestionThatCannotBeParsedIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> counter.check("stays_low", List.of("Nobody"), TIME));
    assertThrows(
        IllegalArgumentException.class, () -> counter.check("no_such_claim", List.of(), TIME));
  }

  @Test
  void withoutTimeThereIsNoAnswer() {
    assertEquals(
        AlloyAnswer.Kind.OUT_OF_TIME, counter.check("stays_low", List.of(), Duration.ZERO).kind());
  }

  @Test
  void aSpecificationThatIsNotAlloyIsRefused() {
    AlloyLibrary library = AlloyLibrary.of(Map.of("broken", "module broken sig {"));
    assertThrows(IllegalArgumentException.class, () -> library.load("broken"));
    assertThrows(IllegalArgumentException.class, () -> library.load("absent"));
  }
}
