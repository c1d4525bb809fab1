package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every obligation is proved, every guard in it is needed, and every premise can be met. */
class ProofsTest {
  private static final Duration TIME = Duration.ofSeconds(60);

  record Part(SmtScript script, Obligation obligation) {
    @Override
    public String toString() {
      return obligation.claim() + ": " + obligation.text();
    }
  }

  static Stream<Part> parts() {
    return SmtScripts.all().stream()
        .flatMap(s -> s.obligations().stream().map(o -> new Part(s, o)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void isProvedFromExactlyTheGuardsItNames(Part part) {
    try (Solver solver = new Solver(part.script())) {
      SmtAnswer answer = solver.ask(part.obligation(), Set.of(), TIME);
      Set<String> used = new TreeSet<>(assertInstanceOf(SmtAnswer.Proved.class, answer).guards());
      assertEquals(new TreeSet<>(part.obligation().guards()), used);
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void hasAnExceptionWithoutEachGuard(Part part) {
    try (Solver solver = new Solver(part.script())) {
      for (String guard : part.obligation().guards()) {
        assertInstanceOf(
            SmtAnswer.Exception.class,
            solver.ask(part.obligation(), Set.of(guard), TIME),
            () -> "without " + guard);
      }
    }
  }

  /** A premise that nothing meets would prove anything. */
  @ParameterizedTest
  @MethodSource("parts")
  void hasAPremiseThatCanBeMet(Part part) {
    String asked = part.obligation().commands().getLast().text();
    int negated = asked.lastIndexOf("(not ") < 0 ? asked.lastIndexOf("(> ") : conclusion(asked);
    String premise = asked.substring(0, negated) + "true))";
    Obligation met = with(part.obligation(), premise);
    try (Solver solver = new Solver(part.script())) {
      SmtAnswer answer = solver.ask(met, Set.of(), TIME);
      assertInstanceOf(SmtAnswer.Exception.class, answer, premise);
    }
  }

  /** Where the negated conclusion begins: the first "(not" that ends with the assertion. */
  private static int conclusion(String asked) {
    int at = asked.indexOf("(not ");
    while (!closesAtEnd(asked, at)) {
      at = asked.indexOf("(not ", at + 1);
    }
    return at;
  }

  private static boolean closesAtEnd(String text, int at) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return text.length() - i == 3;
      }
    }
    return false;
  }

  private static Obligation with(Obligation obligation, String last) {
    List<SmtCommand> commands = new ArrayList<>(obligation.commands());
    commands.set(commands.size() - 1, new SmtCommand(last, 1));
    return new Obligation(
        obligation.claim(),
        obligation.text(),
        commands,
        obligation.guards(),
        obligation.exchange());
  }

  @Test
  void everyTextInTheDirectoryIsRead() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../specs/smt"))) {
      List<String> names =
          files.map(f -> f.getFileName().toString().replace(".smt2", "")).sorted().toList();
      assertEquals(
          Stream.of(SmtScripts.PROOFS, SmtScripts.RUNS).flatMap(List::stream).sorted().toList(),
          names);
    }
  }

  @Test
  void aProofThatNeedsNoneOfItsGuardsIsVacuous() {
    SmtScript script =
        SmtScript.parse(
            "idle",
            """
            (set-option :produce-unsat-assumptions true)
            (declare-const g Bool)
            (set-info :claim |a/b|)
            (push 1)
            (set-info :obligation |nothing|)
            (assert (and g (not g)))
            (check-sat-assuming (g))
            (pop 1)
            """);
    try (Solver solver = new Solver(script)) {
      Obligation only = script.obligations().getFirst();
      assertEquals(new SmtAnswer.Proved(List.of()), solver.ask(only, Set.of(), TIME));
      assertEquals(new SmtAnswer.Proved(List.of()), solver.ask(only, Set.of("g"), TIME));
    }
  }

  @Test
  void aWrongTextIsRefusedWithItsLine() {
    String text = "(declare-const g Bool)\n(push 1)\n";
    IllegalArgumentException wrong =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalArgumentException.class, () -> SmtScript.parse("wrong", text));
    assertTrue(wrong.getMessage().startsWith("wrong.smt2:2: found (push 1)"), wrong::getMessage);
  }
}
