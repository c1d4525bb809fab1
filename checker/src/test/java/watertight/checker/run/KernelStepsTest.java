package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watertight.checker.kernel.LocalOracle;
import watertight.checker.kernel.NotRun;
import watertight.checker.search.Scenarios;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;

/** The kernel's answers are compared in each part that an expectation has. */
class KernelStepsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "chdir(\"/\") = 0; chdir(\"/\") = 1",
        "chdir(\"/none\") = -1 ENOENT; chdir(\"/none\") = -1 EACCES",
        "getcwd(\"/\", 64) = 2; getcwd(\"/d\", 64) = 2",
        "stat(\"/f\", {st_uid=0}) = 0; stat(\"/f\", {st_uid=1}) = 0",
        "open(\"/f\", O_RDONLY) = 3</f>; open(\"/f\", O_RDONLY) = 3</g>"
      })
  void wrongExpectationFails(String right, String wrong) {
    assertTrue(passes(right), right);
    assertFalse(passes(wrong), wrong);
  }

  @Test
  void wrongExitStatusFails() {
    assertTrue(passes("exit(3) = ?\n  [A] +++ exited with 3 +++"));
    assertFalse(passes("exit(3) = ?\n  [A] +++ exited with 4 +++"));
    assertFalse(passes("chdir(\"/\") = 0\n  [A] +++ exited with 0 +++"));
  }

  @Test
  void whatDoesNotWaitFailsWhereItIsToWait() {
    String pair = "socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0\n  [A] ";
    assertTrue(passes(pair + "read(3, <unfinished ...>"));
    assertFalse(
        passes(
            pair
                + "sendmsg(4, {msg_iov=[{iov_base=\"x\", iov_len=1}]}, 0) = 1\n"
                + "  [A] read(3, <unfinished ...>"));
  }

  private static boolean passes(String step) {
    String text = "litmus \"t\"\nworld\n  file /f \"x\"\nrun\n  [A] " + step + "\n";
    Litmus litmus = LitmusParser.parse(Source.of("t", text), Scenarios.guards()).litmus();
    try (LocalOracle oracle = LocalOracle.open()) {
      return KernelSteps.of(litmus, oracle).stream().allMatch(KernelSteps.Step::ok);
    } catch (NotRun reason) {
      Assumptions.abort("not run: " + reason.getMessage());
      return false;
    }
  }
}
