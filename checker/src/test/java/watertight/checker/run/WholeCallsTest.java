package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import watertight.checker.search.Scenarios;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;

class WholeCallsTest {
  private static final String WALK =
      """
        [A] open("f", O_RDONLY <unfinished ...>
        [A] <... open resumed> <unfinished ...>
      """;
  private static final String RENAME = "  [B] rename(\"/f\", \"/g\") = 0\n";
  private static final String BACK = "  [A] <... open resumed>) = 3</f>\n";

  private static WholeCalls calls(String steps) {
    String text = "litmus \"t\"\nworld\n  task B\nrun\n" + steps;
    return WholeCalls.of(
        LitmusParser.parse(Source.of("t", text), Scenarios.guards()).litmus().steps());
  }

  @Test
  void aWalkThatNobodyDisturbsIsOneCall() {
    WholeCalls calls = calls(RENAME + WALK + BACK);
    assertFalse(calls.cut());
    assertEquals(0, calls.waits());
    assertEquals(2, calls.calls().size());
    assertEquals(3, calls.calls().get(1).begins());
    assertEquals(3, calls.calls().get(1).ends());
  }

  @Test
  void aWalkDuringWhichSomebodyRenamesIsCut() {
    assertTrue(calls(WALK + RENAME + BACK).cut());
    assertTrue(calls(WALK).cut());
  }

  @Test
  void aCallThatWaitsForSomebodyElseComesBackLater() {
    WholeCalls calls =
        calls(
            """
              [A] socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0
              [A] read(3, <unfinished ...>
              [B] rename("/f", "/g") = 0
              [A] <... read resumed> "", 1) = 0
            """);
    assertFalse(calls.cut());
    assertEquals(1, calls.waits());
    assertEquals(3, calls.calls().size());
    assertEquals(1, calls.calls().get(1).begins());
    assertEquals(3, calls.calls().get(1).ends());
  }
}
