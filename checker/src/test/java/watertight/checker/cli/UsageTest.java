package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @Test
  void helpListsTheCommands() {
    Ran help = Ran.run("--help").exits(0).prints("Example:");
    for (String command : new String[] {"check", "list", "trace", "search", "run", "explore"}) {
      help.prints("\n  " + command + " ");
    }
    assertEquals("", help.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "list", "trace", "search", "run", "explore"})
  void helpOfACommandHasAnExample(String command) {
    Ran help = Ran.run(command, "--help").exits(0).prints("./watertight " + command);
    help.prints("--format").prints("Example:");
    assertFalse(help.out().lines().findFirst().orElseThrow().isBlank());
  }

  @Test
  void theVersionIsOneLine() {
    assertEquals(1, Ran.run("--version").exits(0).out().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          chek                                | there is no command "chek"; did you mean "check"?
          check --engin explore               | there is no option "--engin"; did you mean "--engine"?
          check chroot/dotdot-is-rot          | there is no claim "chroot/dotdot-is-rot"; did you mean "chroot/dotdot-is-root"?
          check chrot                         | there is no claim "chrot"; did you mean "chroot"?
          check nothing/*                     | there is no claim "nothing/*"
          check --engine explor               | there is no engine for --engine "explor"; did you mean "explore"?
          check --require kernal              | there is no engine for --require "kernal"; did you mean "kernel"?
          check --without dotdot-stops-at-rot | there is no guard for --without "dotdot-stops-at-rot"; did you mean "dotdot-stops-at-root"?
          check --scope huge                  | --scope: found "huge", expected small or default or large
          check --time soon                   | --time: found "soon", expected a time such as 60s or 2m
          check --time -1s                    | --time: found "-1s"
          check --seed one                    | 'one' is not a long
          check --report junit=               | --report: found "junit=", expected junit=FILE
          check --report tap=x                | --report: found "tap=x", expected junit=FILE
          check --report junit=/no/such/x.xml | expected a file in a directory that exists
          check --format yaml                 | --format: found "yaml", expected text or json
          list everything                     | there is no list of "everything"
          list claims guards                  | there is no use for the argument "guards"
          trace                               | Missing required parameter: 'NAME'
          trace symlink-limt                  | did you mean "symlink-limit"?
          trace symlink-limit --as pdf        | --as: found "pdf", expected litmus
          trace symlink-limit --on moon       | --on: found "moon", expected model or kernel or both
          search                              | Missing required parameter: 'FILE.scenario'
          run                                 | Missing required parameter: 'FILE|DIR'
          run x --on kernal                   | --on: found "kernal", expected model or kernel or both
          explore chargee                     | did you mean "charge"?
          explore charge --set tasks=1        | --set tasks: found 1, expected 2 to 64
          explore charge --set levels=0       | --set levels: found 0, expected 1 to 32
          explore charge --set task=3         | there is no name for --set "task"; did you mean "tasks"?
          explore memory/moved-task --set a=3 | there is no name for --set "a"
          trace load-check-stor               | did you mean "load-check-store"?
          explore nowhere                     | there is no machine or file "nowhere"
          explore chroot/confines-rot         | did you mean "chroot/confines-root"?
          explore chroot/confines-root --set dept=3  | there is no name for --set "dept"; did you mean "depth"?
          explore chroot/confines-root --set depth=x | --set depth: found "x", expected a number
          explore chroot/confines-root --set depth   | --set
          explore chroot/confines-root --reduction half | --reduction: found "half", expected none or por or symmetry or paths or all
          """)
  void badUsageIsExitCode2AndOneClearLine(String args, String message) {
    Ran ran = Ran.run(args.split(" ")).exits(2).printsNothing().showsNoStack().says(message);
    assertTrue(ran.err().lines().count() <= 3, ran.err());
    ran.says("--help");
  }

  @Test
  void aMissingCommandIsBadUsage() {
    Ran.run().exits(2).printsNothing().says("a command is missing");
  }

  @Test
  void everyRunEndsWithTheLineThatRepeatsIt() {
    assertEquals("to repeat: ./watertight list systems", Ran.run("list", "systems").lastLine());
    assertEquals(
        "to repeat: ./watertight check 'chroot/no*'", Ran.run("check", "chroot/no*").lastLine());
    assertEquals(
        "to repeat: ./watertight run '/no such'\\''file'",
        Ran.run("run", "/no such'file").lastLine());
  }
}
