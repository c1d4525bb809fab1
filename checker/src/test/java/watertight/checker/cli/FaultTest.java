package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {
  @BeforeEach
  void fault() {
    System.setProperty(Main.FAULT, "yes");
  }

  @AfterEach
  void noFault() {
    System.clearProperty(Main.FAULT);
  }

  @Test
  void aFaultOfTheProgramIsExitCode70AndOneLine() {
    Ran ran = Ran.run("list").exits(70).printsNothing().showsNoStack();
    assertEquals(2, ran.err().lines().count());
    ran.says("internal error").says("--debug");
  }

  @Test
  void withDebugItShowsWhere() {
    Ran.run("list", "--debug").exits(70).says("\tat watertight.checker.cli.Main");
  }

  @Test
  void helpDoesNotFail() {
    Ran.run("list", "--help").exits(0);
  }
}
