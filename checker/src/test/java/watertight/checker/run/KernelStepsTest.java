package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Host;
import watertight.checker.kernel.KernelRun;
import watertight.checker.kernel.LocalOracle;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.search.Scenarios;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.model.linux.Settings;
import watertight.model.linux.world.World;

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

  private static final String LINKS =
      """
      litmus "t"
      world
        symlink /b -> /c
        symlink /a -> /b
        file /c "x"
      run
        [A] open("/a", O_RDONLY) = 3</c>
      """;
  private static final Answer OPENED = new Answer.Returned(3, new Answer.Out.Object("/c"));

  @Test
  void settingsOnWhichNoAnswerDependsAreNoReasonToSkip() throws NotRun {
    String rules = LINKS.replace("world\n", "world\n  rules name_max=10\n");
    assertTrue(passes(rules, Settings.LINUX_6_18, OPENED));
    assertFalse(passes(rules, Settings.LINUX_6_18, new Answer.Failed(40)));
    assertTrue(passes(LINKS, Settings.LINUX_6_18.with("suid_dumpable", 2), OPENED));
  }

  @Test
  void settingsOnWhichAnAnswerDependsAreTheReason() {
    NotRun reason =
        assertThrows(
            NotRun.class,
            () ->
                passes(
                    LINKS,
                    Settings.LINUX_6_18.with("symlinks", 1).with("suid_dumpable", 2),
                    OPENED));
    assertEquals(
        "its answers are those of symlinks=40, and this machine has 1", reason.getMessage());
    String rules = LINKS.replace("world\n", "world\n  rules symlinks=1\n");
    assertThrows(NotRun.class, () -> passes(rules, Settings.LINUX_6_18, OPENED));
    String without = LINKS.replace("world\n", "without path-length\nworld\n  rules symlinks=1\n");
    assertDoesNotThrow(() -> passes(without, Settings.LINUX_6_18, OPENED));
  }

  @Test
  void aChildWithAnotherNumberIsAnotherTask() throws NotRun {
    String file = "litmus \"t\"\nworld\n  task B\nrun\n  [A] clone(0) = C\n";
    assertTrue(passes(file, Settings.LINUX_6_18, child(4)));
    assertFalse(passes(file, Settings.LINUX_6_18, child(5)));
    String without = file.replace("world", "without path-length\nworld");
    assertTrue(passes(without, Settings.LINUX_6_18, child(4)));
    assertFalse(passes(without, Settings.LINUX_6_18, child(5)));
  }

  private static Answer child(long pid) {
    return new Answer.Returned(pid, new Answer.Out.Nothing());
  }

  @Test
  void aDescriptorOfAnotherObjectFailsWithoutAGuardToo() throws NotRun {
    String file = "litmus \"t\"\nworld\n  dir /d\n  task A fd 5=/d\nrun\n  [A] fchdir(5</d>) = 0\n";
    for (String text : List.of(file, file.replace("world", "without path-length\nworld"))) {
      assertTrue(ok(text, Settings.LINUX_6_18, List.of(child(0)), Map.of(5, "/d")), text);
      assertFalse(ok(text, Settings.LINUX_6_18, List.of(child(0)), Map.of(5, "/e")), text);
      assertFalse(ok(text, Settings.LINUX_6_18, List.of(child(0)), Map.of()), text);
    }
  }

  @Test
  void aWalkThatNobodyDisturbsIsPutToTheKernelWhole() throws NotRun {
    String file =
        """
        litmus "t"
        world
          file /c "x"
        run
          [A] open("/c", O_RDONLY <unfinished ...>
          [A] <... open resumed> <unfinished ...>
          [A] <... open resumed>) = 3</c>
        """;
    assertTrue(passes(file, Settings.LINUX_6_18, OPENED));
    assertFalse(passes(file, Settings.LINUX_6_18, new Answer.Failed(2)));
  }

  @Test
  void whatAUserNamespaceAnswersOtherwiseNeedsRootAndNothingElseDoes() throws NotRun {
    String file = "litmus \"t\"\nrun\n  [A] umount2(\"/\", MNT_DETACH) = 0\n";
    Answer locked = new Answer.Failed(22);
    Litmus litmus = LitmusParser.parse(Source.of("t", file), Scenarios.guards()).litmus();
    assertThrows(NotRun.class, () -> KernelSteps.of(litmus, told(locked, Host.Privilege.WIDE)));
    assertFalse(KernelSteps.of(litmus, told(locked, Host.Privilege.ROOT)).getFirst().ok());
    Answer another = new Answer.Failed(1);
    assertFalse(KernelSteps.of(litmus, told(another, Host.Privilege.WIDE)).getFirst().ok());
  }

  private static Told told(Answer answer, Host.Privilege privilege) {
    return new Told(Settings.LINUX_6_18, List.of(answer), Map.of(), privilege);
  }

  private static boolean passes(String file, Settings settings, Answer answer) throws NotRun {
    return ok(file, settings, List.of(answer), Map.of());
  }

  private static boolean ok(
      String file, Settings settings, List<Answer> answers, Map<Integer, String> names)
      throws NotRun {
    Litmus litmus = LitmusParser.parse(Source.of("t", file), Scenarios.guards()).litmus();
    Told told = new Told(settings, answers, names, Host.Privilege.ROOT);
    return KernelSteps.of(litmus, told).stream().allMatch(KernelSteps.Step::ok);
  }

  /** In the place of a kernel: these answers, one for each move. */
  private record Told(
      Settings settings, List<Answer> answers, Map<Integer, String> names, Host.Privilege privilege)
      implements Oracle {
    @Override
    public Host host() {
      return new Host("told", settings, privilege, Host.Network.SHARED);
    }

    @Override
    public KernelRun run(World world, List<Move> moves, Set<Integer> snapshots) {
      assertEquals(answers.size(), moves.size());
      return new KernelRun(answers, Map.of(), Collections.nCopies(moves.size(), names));
    }

    @Override
    public void close() {}
  }
}
