package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.checker.search.Scenarios;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.checker.text.Texts;

class LitmusRunTest {
  private static List<StepOutcome> run(String... steps) {
    String text =
        """
        litmus "t"
        world
          dir  /jail/d
          file /jail/f "inside"
          file /f "outside"
          symlink /l -> f
          task B uid=1000 gid=1000 caps=
        run
        """
            + String.join("\n", steps)
            + "\n";
    return LitmusRun.inModel(LitmusParser.parse(Source.of("t", text), Scenarios.guards()));
  }

  private static StepOutcome last(String... steps) {
    return run(steps).getLast();
  }

  static List<Path> corpus() {
    return Texts.litmusFiles();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void everyLitmusFileGoesAsExpectedInTheModel(Path file) {
    List<String> failed =
        LitmusRun.inModel(LitmusParser.parse(file, Scenarios.guards())).stream()
            .filter(step -> !step.ok())
            .map(step -> "line %d: %s is %s".formatted(step.line(), step.call(), step.model()))
            .toList();
    assertEquals(List.of(), failed);
  }

  /** A kernel goes on with the file that the call has found; the model must not say EBADF. */
  @Test
  void aDescriptorThatAnotherTaskWaitsAtIsNotClosed() {
    String closed =
        last(
                "[A] socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0",
                "[A] clone(CLONE_FILES) = C",
                "[A] read(3, <unfinished ...>",
                "[C] close(3)")
            .model();
    assertTrue(closed.contains("waits at that descriptor"), closed);
    assertEquals(
        "0",
        last(
                "[A] socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0",
                "[A] clone(0) = C",
                "[A] read(3, <unfinished ...>",
                "[C] close(3)")
            .model());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A] chdir(\"/jail\") = 0",
        "[A] chdir(\"/jail\") = @r",
        "[A] chdir(\"/jail\")",
        "[A] chdir(\"/jail\") = ?",
        "[A] chdir(\"/none\") = -1 ENOENT",
        "[A] chdir(\"/none\") = -1 EPERM or ENOENT",
        "[A] open(\"/f\", O_RDONLY) = 3",
        "[A] open(\"/f\", O_RDONLY) = 3</f>",
        "[A] readlink(\"/l\", \"f\", 64) = 1",
        "[A] stat(\"/f\", {st_mode=S_IFREG|0644, st_uid=0, st_gid=0, st_size=7}) = 0",
        "[A] stat(\"/f\", {}) = 0",
        "[A] clone(0) = C",
        "[A] exit(0) = ?",
      })
  void whatTheModelDoesIsAsExpected(String step) {
    StepOutcome outcome = last(step);
    assertTrue(outcome.ok(), outcome::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A] chdir(\"/jail\") = 1",
        "[A] chdir(\"/jail\") = -1 ENOENT",
        "[A] chdir(\"/none\") = 0",
        "[A] chdir(\"/none\") = -1 EPERM",
        "[A] chdir(\"/none\") = @r",
        "[A] open(\"/f\", O_RDONLY) = 4</f>",
        "[A] open(\"/f\", O_RDONLY) = 3</jail/f>",
        "[A] readlink(\"/l\", \"g\", 64) = 1",
        "[A] readlink(\"/l\", \"f\", 64) = 2",
        "[A] stat(\"/f\", {st_mode=S_IFDIR|0644}) = 0",
        "[A] stat(\"/f\", {st_mode=S_IFREG|0600}) = 0",
        "[A] stat(\"/f\", {st_uid=1}) = 0",
        "[A] stat(\"/f\", {st_gid=1}) = 0",
        "[A] stat(\"/f\", {st_size=1}) = 0",
        "[A] clone(0) = D",
        "[A] exit(0) = 0",
        "[C] chdir(\"/jail\") = ?",
        "[A] chdir(\"/jail\" <unfinished ...>",
        "[A] +++ exited with 0 +++",
        "[A] fchdir(3</jail>) = ?",
      })
  void anythingElseFails(String step) {
    StepOutcome outcome = last(step);
    boolean isWalk = step.contains("unfinished");
    assertEquals(isWalk, outcome.ok(), outcome::toString);
  }

  @Test
  void aNameIsBoundByItsFirstUseAndComparedAfter() {
    assertTrue(last("[A] stat(\"/f\", {st_ino=@f}) = 0", "[A] stat(\"/l\", {st_ino=@f}) = 0").ok());
    assertFalse(
        last("[A] stat(\"/f\", {st_ino=@f}) = 0", "[A] stat(\"/jail/f\", {st_ino=@f}) = 0").ok());
    assertTrue(last("[A] open(\"/f\", O_RDONLY) = @n", "[B] open(\"/f\", O_RDONLY) = @n").ok());
  }

  @Test
  void aTaskThatHasExitedTakesNoStep() {
    List<StepOutcome> steps =
        run("[A] exit(3) = ?", "[A] +++ exited with 3 +++", "[A] chdir(\"/\") = ?");
    assertTrue(steps.get(1).ok());
    assertFalse(steps.get(2).ok());
    assertTrue(steps.get(2).model().contains("does not run"), steps.get(2)::toString);
  }

  @Test
  void aCallThatWaitsIsFinishedWhenSomebodyActs() {
    List<StepOutcome> steps =
        run(
            "[A] socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0",
            "[A] clone(0) = C",
            "[C] recvmsg(4, <unfinished ...>",
            "[A] sendmsg(3, {msg_iov=[{iov_base=\"x\", iov_len=1}]}, 0) = 1",
            "[C] <... recvmsg resumed> {msg_iov=[{iov_base=\"x\", iov_len=1}]}, 0) = 1");
    assertTrue(steps.stream().allMatch(StepOutcome::ok), steps::toString);
  }

  @Test
  void aCallThatStillWaitsFails() {
    List<StepOutcome> steps =
        run(
            "[A] socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0",
            "[A] recvmsg(4, <unfinished ...>",
            "[A] <... recvmsg resumed> {msg_iov=[{iov_base=\"x\", iov_len=1}]}, 0) = 1");
    assertFalse(steps.getLast().ok());
    assertTrue(steps.getLast().model().contains("waits"), steps.getLast()::toString);
  }

  @Test
  void aWalkMayBeInterruptedBetweenComponents() {
    List<StepOutcome> steps =
        run(
            "[A] open(\"/jail/f\", O_RDONLY <unfinished ...>",
            "[A] <... open resumed> <unfinished ...>",
            "[B] chdir(\"/jail\") = 0",
            "[A] <... open resumed>) = 3</jail/f>");
    assertTrue(steps.stream().allMatch(StepOutcome::ok), steps::toString);
  }

  @Test
  void aFailedStepDoesNotEndTheRun() {
    List<StepOutcome> steps = run("[A] chdir(\"/none\") = 0", "[A] chdir(\"/jail\") = 0");
    assertFalse(steps.getFirst().ok());
    assertEquals("-1 ENOENT", steps.getFirst().model());
    assertEquals(Optional.of("name-exists"), steps.getFirst().gate());
    assertTrue(steps.getLast().ok());
  }

  @Test
  void whatWasWrittenIsShownWhereItDiffers() {
    StepOutcome step = last("[A] readlink(\"/l\", \"g\", 64) = 1");
    assertEquals("readlink(\"/l\", \"f\", 64) = 1", step.model());
  }
}
