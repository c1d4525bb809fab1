package watertight.checker.agree.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.smt.SmtCommand;
import watertight.checker.smt.SmtScript;
import watertight.checker.smt.SmtScripts;

/** The proofs' steps and the model's are the same, and would be seen to differ. */
class SmtAgreementTest {
  private static final int ENOUGH = 200;

  static Stream<Abstraction> abstractions() {
    return SmtAgreement.abstractions().stream();
  }

  @ParameterizedTest
  @MethodSource("abstractions")
  void eachStepIsSeenTwoHundredTimesAndNoneDiffers(Abstraction abstraction) {
    SmtAgreement.Outcome outcome =
        SmtAgreement.compare(
            SmtScripts.named(abstraction.text()), abstraction, ENOUGH, 1, () -> false);
    assertEquals(Optional.empty(), outcome.disagreement());
    assertEquals(List.of(), outcome.missing(), outcome::toString);
    assertEquals(ENOUGH * abstraction.calls().size(), outcome.rejected());
  }

  /**
   * Each is one wrong constant, sign or word in a copy of the text. One that allows more than the
   * model does is found by the outcomes that it must reject.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          charge      | (<= seen read) (= (usage t)        | (< seen read) (= (usage t)
          charge      | (> seen read) (= (usage t)         | (> seen (+ read 1)) (= (usage t)
          charge      | (= (usage t) (+ (usage s) n))      | (= (usage t) (+ (usage s) n 1))
          charge      | (= (limit t) (larger (max s) (m s))) | (= (limit t) (m s))
          charge      | (< (m s) (old s))                  | (not (commits s))
          charge      | (<= (u t) wanted)                  | (< (u t) wanted)
          charge      | (<= (usage s) (u s))               | (< (usage s) (u s))
          charge      | (moved s t 0 (- n) 0 0 n)          | (moved s t 0 (- n) 0 0 0)
          charge-path | (goes s t cancels-below next)      | (goes s t cancels-below (+ next 1))
          charge-path | (ite (= (level s) top) (goes s t holds 0) | (ite (= (level s) 0) (goes s t holds 0)
          charge      | (<= seen read) (= (usage t)        | (<= seen (+ read 1)) (= (usage t)
          pids        | (<= seen (max s))                  | (< seen (max s))
          pids        | (<= seen (max s))                  | (<= seen (+ (max s) 1))
          pids        | (changes s t (- 1) (- 1) 0 0)      | (changes s t (- 1) 0 0 0)
          """)
  void aWrongTextDiffers(String name, String right, String wrong) {
    SmtScript script = SmtScripts.named(name);
    List<SmtCommand> common = new ArrayList<>();
    for (SmtCommand command : script.common()) {
      common.add(new SmtCommand(command.text().replace(right, wrong), command.line()));
    }
    assertTrue(!common.equals(script.common()), right);
    SmtScript copy = new SmtScript(name, script.bound(), common, script.obligations());
    Abstraction abstraction =
        abstractions().filter(one -> one.text().equals(name)).findFirst().orElseThrow();
    SmtAgreement.Outcome outcome = SmtAgreement.compare(copy, abstraction, ENOUGH, 1, () -> false);
    assertTrue(outcome.disagreement().isPresent(), outcome::toString);
  }
}
