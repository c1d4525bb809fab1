package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import watertight.checker.run.WholeCalls;
import watertight.checker.search.Scenarios;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.model.linux.Rules;
import watertight.properties.linux.call.Run.By;

/**
 * What a kernel may do either way, or does as the model does not say, is not put to it; what is
 * near is. Catches a plan that asks too much, and one that leaves out too much.
 */
class OutsideTest {
  private static int dropped(String steps) {
    String text = "litmus \"t\"\nworld\n  task B uid=0 gid=0 caps=all\nrun\n" + steps;
    Litmus litmus = LitmusParser.parse(Source.of("t", text), Scenarios.guards()).litmus();
    List<By> calls =
        WholeCalls.of(litmus.steps()).calls().stream()
            .map(made -> new By(made.task(), made.call()))
            .toList();
    return Planner.plan(new Trial(litmus.world(), calls), Rules.LINUX, false).dropped();
  }

  private static String waitingAt3(String clone) {
    return """
      [A] socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0
      [A] clone(%s) = C
      [A] read(3, <unfinished ...>
      [C] close(3)
    """
        .formatted(clone);
  }

  @Test
  void aDescriptorThatAnotherTaskWaitsAtIsNotClosed() {
    assertEquals(1, dropped(waitingAt3("CLONE_FILES")));
    assertEquals(0, dropped(waitingAt3("0")));
  }

  private static String standingIn(String place, String becomes) {
    return """
      [A] chdir("%s")
      [B] setresuid(%s)
    """
        .formatted(place, becomes);
  }

  @Test
  void aTaskInWhoseProcfsSomebodyStandsDoesNotChangeItsIds() {
    assertEquals(1, dropped(standingIn("/proc/3", "-1, 1000, -1")));
    assertEquals(0, dropped(standingIn("/proc/2", "-1, 1000, -1")));
    assertEquals(0, dropped(standingIn("/", "-1, 1000, -1")));
  }

  private static String waitingParent(String kill) {
    return """
      [A] clone(SIGCHLD) = C
      [C] clone(SIGCHLD) = D
      [C] wait4(-1, <unfinished ...>
      [A] kill(%s, SIGKILL)
    """
        .formatted(kill);
  }

  @Test
  void aParentThatWaitsDoesNotEndTogetherWithItsChild() {
    assertEquals(1, dropped(waitingParent("-1")));
    assertEquals(0, dropped(waitingParent("5")));
  }
}
