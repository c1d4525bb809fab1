package watertight.checker.agree.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watertight.checker.smt.AccessText;
import watertight.checker.smt.SmtCommand;
import watertight.checker.smt.SmtScript;

/** The access check of the text and that of the model are the same, and would be seen to differ. */
class AccessAgreementTest {
  private static final int ENOUGH = 200;

  @Test
  void eachOutcomeIsSeenTwoHundredTimesFromEitherSideAndNoneDiffers() {
    AccessAgreement.Outcome outcome = AccessAgreement.of(ENOUGH, 1, () -> false);
    assertEquals(Optional.empty(), outcome.disagreement());
    assertEquals(List.of(), outcome.missing(), outcome::toString);
  }

  /** Each is one wrong word in a copy of the text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (bvult (bvsub a start) length)          | (bvule (bvsub a start) length)
          #x0000000000000fff                      | #x00000000000007ff
          sign_extend 16                          | zero_extend 16
          (distinct (type e) reg)                 | (= (type e) va)
          blocked-stops-fill (blocked e)          | blocked-stops-fill (modified e)
          (not (belongs e active))                | (not (belongs e base))
          (stands e (page la))                    | (stands e la)
          (allows (gives e) use)                  | (allows (gives e) load)
          (ite elrange-must-be-epc page-fault     | (ite elrange-must-be-epc sgx-fault
          (and in-enclave (= use fetch)           | (and (= use fetch)
          (and cached abort-page)                 | (and cached abort-page (valid e))
          (not (and present (allows pte use)))    | (not present)
          """)
  void aWrongTextDiffers(String right, String wrong) {
    SmtScript script = AccessText.script();
    List<SmtCommand> common = new ArrayList<>();
    for (SmtCommand command : script.common()) {
      common.add(new SmtCommand(command.text().replace(right, wrong), command.line()));
    }
    assertTrue(!common.equals(script.common()), right);
    SmtScript copy = new SmtScript(script.name(), script.bound(), common, script.obligations());
    AccessAgreement.Outcome outcome = AccessAgreement.compare(copy, ENOUGH, 1, () -> false);
    assertTrue(outcome.disagreement().isPresent(), outcome::toString);
  }
}
