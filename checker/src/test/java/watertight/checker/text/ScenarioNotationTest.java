package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.scenario.Scope.Components;

class ScenarioNotationTest {
  static final String TEXT =
      """
      scenario "a jailed, unprivileged task and a helper that renames"
      claim chroot/moved-directory

      world
        dir  /jail/d
        dir  /other
        file /etc/motd "outside"
      party attacker  task A uid=1000 caps= root=/jail cwd=/jail/d
        may open, openat, read,      # and more
            chdir
        may fchdir
      party outsider  task B uid=0
        may rename
      party runtime   task C uid=0 runs                  # a program of its own
        [C] openat(AT_FDCWD, "/jail/x", O_PATH) = @t
        [C] openat(@t, "x", O_RDONLY)
        [C] readlink("/proc/self/fd/3", "/jail"..., 4095)
        [C] stat("/jail/x", {st_mode=S_IFREG}) = 0
        [C] sendmsg(@t, {msg_iov=[{iov_base="x", iov_len=1}], msg_control=[{cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[@t]}]}, 0) = 1
        [C] close(@t) = -1 EBADF or EPERM
      goal  attacker reads "/etc/motd"
      without symlink-limit, root-per-task
      scope default: inodes 7, fds 4, components 2, depth 8, rename 1
      scope small: depth 3
      """;

  @Test
  void everyPartIsRead() {
    Scenario scenario = parse(TEXT);
    assertEquals(Optional.of("chroot/moved-directory"), scenario.claim());
    assertEquals(3, scenario.world().lines().size());
    assertEquals(new Goal.Reads("attacker", "/etc/motd"), scenario.goal());
    assertEquals(2, scenario.without().size());
    assertEquals(
        Map.of(
            "default", new Scope("default", 7, 4, 3, 3, new Components(2, Map.of("rename", 1)), 8),
            "small", new Scope("small", 7, 4, 3, 3, Components.of(2), 3)),
        scenario.scopes());
    Party.Free attacker = (Party.Free) scenario.parties().getFirst();
    assertEquals(Set.of("open", "openat", "read", "chdir", "fchdir"), attacker.calls());
  }

  @Test
  void aProgramBindsDescriptorsAndChecksResults() {
    List<Party.Line> lines = ((Party.Runs) parse(TEXT).parties().get(2)).lines();
    int bound = Party.Line.bound(0);
    assertEquals(
        List.of(
            new Party.Line(
                new Syscall.Openat(Syscall.AT_FDCWD, "/jail/x", OpenFlags.O_PATH, 0),
                0,
                new Party.Expect.Success()),
            new Party.Line(new Syscall.Openat(bound, "x", 0, 0), -1, new Party.Expect.Anything()),
            new Party.Line(
                new Syscall.Readlink("/proc/self/fd/3", 4095), -1, new Party.Expect.Gives("/jail")),
            new Party.Line(new Syscall.Stat("/jail/x"), -1, new Party.Expect.OfType("S_IFREG")),
            new Party.Line(
                new Syscall.Sendmsg(bound, "x", List.of(bound)), -1, new Party.Expect.Returns(1)),
            new Party.Line(
                new Syscall.Close(bound), -1, new Party.Expect.Fails(Set.of("EBADF", "EPERM")))),
        lines);
  }

  @Test
  void aScenarioReadsBackAsItIsPrinted() {
    Scenario scenario = parse(TEXT);
    String printed = ScenarioPrinter.text(scenario);
    assertEquals(scenario, parse(printed));
    assertEquals(printed, ScenarioPrinter.text(parse(printed)));
  }

  @Test
  void whatIsLeftOutHasASensibleValue() {
    Scenario scenario = parse("scenario \"t\"\nclaim a/b\nparty x task A\nmay open");
    assertEquals(new Goal.BreaksClaim("x", "a/b"), scenario.goal());
    assertEquals(
        Map.of("default", new Scope("default", 7, 4, 3, 3, Components.of(2), 8)),
        scenario.scopes());
    assertEquals(scenario, parse(ScenarioPrinter.text(scenario)));
  }

  /** A scenario of the lines between the bars, after a title, and its error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "claim a/b ~ 2:10: found the end of the file, expected a party",
        "party x task A|goal x reads /f ~ 2:7: found the party x without powers, expected a line"
            + " \"may\" after it",
        "party x task A runs|goal x reads /f ~ 2:7: found the party x without a program, expected"
            + " its steps after it",
        "party x task A|may open ~ 3:9: found the end of the file, expected a goal, or a claim",
        "party x task A|may open, ~ 3:10: found the end of the file, expected the next call",
        "party x task A|may open,|opnat ~ 4:1: found \"opnat\", expected a call such as open, chdir"
            + " or chroot; did you mean \"openat\"?",
        "party x task A|may fork ~ 3:5: found \"fork\", which is not in this version, expected a"
            + " call such as open, chdir or chroot",
        "party x task A|may open open ~ 3:10: found \"open\", expected the end of the line",
        "party x task A|may open, open ~ 3:11: found a second \"open\", expected each call once",
        "party x task A|may open|goal y reads /f ~ 4:6: found \"y\", expected a party (x)",
        "party x task A|may open|goal xx reads /f ~ 4:6: found \"xx\", expected a party (x); did"
            + " you mean \"x\"?",
        "party x task A|may open|goal x becomes B ~ 4:8: found \"becomes\", which is not in this"
            + " version, expected a goal (reads, writes, signals, traces, outlives, changes,"
            + " breaks)",
        "party x task A|may open|goal x reads \"f\" ~ 4:14: found \"f\", expected an absolute path"
            + " without \".\", \"..\" and empty components",
        "party x task A|party x task B ~ 3:7: found a second party \"x\", expected each party once",
        "party x task A|party y task A ~ 3:7: found a second party with task A, expected a task of"
            + " its own",
        "party x task A runs|[B] chdir(\"/\") ~ 3:1: found \"[B]\", expected \"[A]\"",
        "party x task A runs|[A] close(@t) ~ 3:11: found \"@t\", expected a name that an earlier"
            + " line binds",
        "party x task A runs|[A] close(-1000) ~ 3:11: found \"-1000\", expected a descriptor from"
            + " -999",
        "party x task A runs|[A] close(3</f>) ~ 3:5: found a descriptor with its object, expected"
            + " the descriptor alone",
        "party x task A runs|[A] readlink(\"l\", \"x\", 9) ~ 3:5: found a whole text, expected"
            + " NULL, or \"text\"... for a text that starts so",
        "party x task A runs|[A] stat(\"f\", {st_uid=0}) ~ 3:5: found other fields of struct stat,"
            + " expected st_mode alone, such as {st_mode=S_IFREG}",
        "party x task A|[A] chdir(\"/\") ~ 3:1: found \"[\", expected \"may\" and calls, or"
            + " \"runs\" at the end of the line of the party",
        "scope tiny: depth 3 ~ 2:7: found \"tiny\", expected a scope (small, default, large)",
        "scope small: dept 3 ~ 2:14: found \"dept\", expected a bound (inodes, fds, mounts, tasks,"
            + " components, depth) or a call; did you mean \"depth\"?",
        "scope small: depth 1001 ~ 2:20: found \"1001\", expected depth from 0 to 1000",
        "scope small: rename 1, rename 2 ~ 2:24: found a second \"rename\", expected each bound"
            + " once",
        "observer x ~ 2:1: found \"observer\", which is not in this version, expected a line of a"
            + " scenario (claim, world, party, may, goal, without, scope, machine)",
        "may open ~ 2:1: found \"may\", expected a party before it",
        "world|dir /d|world ~ 4:1: found a second \"world\", expected each such line once",
        "party x task A root=/none|may open|claim a/b ~ 2:7: found a line that cannot be here"
            + " (there is no /none in the world), expected a world that can be made"
      })
  void aScenarioSaysWhatIsWrong(String lines, String error) {
    String text = "scenario \"t\"\n" + lines.replace("|", "\n") + "\n";
    InputError e = assertThrows(InputError.class, () -> parse(text));
    assertEquals("x:" + error, e.getMessage());
  }

  private static Scenario parse(String text) {
    return ScenarioParser.parse(Texts.source(text), Texts.GUARDS).scenario();
  }
}
