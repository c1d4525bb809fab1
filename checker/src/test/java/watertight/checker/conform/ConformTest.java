package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.kernel.seen.Snapshot;
import watertight.checker.run.LitmusRun;
import watertight.checker.run.StepOutcome;
import watertight.checker.search.Scenarios;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.mount.MountGates;
import watertight.model.linux.path.NameGates;
import watertight.model.linux.path.PathChoices;
import watertight.model.linux.path.PathGates;
import watertight.model.linux.task.FsGates;

/** A second model stands in for the kernel: what conform does is then known beforehand. */
class ConformTest {
  private static final long SEED = 20261124;

  private static Report conform(Oracle other, Guards guards, long runs) throws NotRun {
    return new Conform(() -> other, guards, new Limits(SEED, runs, 20, 1, false, () -> false))
        .run();
  }

  @Test
  void equalModelsAgree() throws NotRun {
    Report report = conform(ModelOracle.honest(Rules.LINUX), Guards.all(), 200);
    assertEquals(List.of(), report.disagreements());
    assertEquals(200, report.runs());
    assertTrue(report.calls() > 2000, report.calls() + " calls");
  }

  @Test
  void whatRunsMeetIsInTheTable() throws NotRun {
    Report report = conform(ModelOracle.honest(Rules.LINUX), Guards.all(), 200);
    assertEquals(Set.of(), report.unexpected());
    assertTrue(report.reached() > 100, report.reached() + " reached");
  }

  static List<Guard> guards() {
    return List.of(
        PathChoices.DOTDOT_STOPS_AT_ROOT,
        PathGates.SEARCH_PERMISSION,
        FsGates.CHROOT_NEEDS_CAPABILITY,
        NameGates.RENAME_SAME_MOUNT,
        MountGates.UMOUNT_NOT_BUSY);
  }

  @ParameterizedTest
  @MethodSource("guards")
  void aModelWithoutAGuardDiffersFromOneThatHasIt(Guard guard) throws NotRun {
    Report report = conform(ModelOracle.honest(Rules.LINUX), Guards.all().without(guard), 2000);
    assertEquals(1, report.disagreements().size());
    LitmusFile file = parse(report.disagreements().getFirst().text());
    assertTrue(file.litmus().steps().size() <= 6, report.disagreements().getFirst().text());
    assertEquals(Set.of(guard), file.litmus().without());
  }

  /** The file expects what the other model did, and that one has all guards. */
  @Test
  void theSavedDifferencePassesInTheOtherModelAndFailsInThisOne() throws NotRun {
    Guard away = FsGates.CHROOT_NEEDS_CAPABILITY;
    String text =
        conform(ModelOracle.honest(Rules.LINUX), Guards.all().without(away), 2000)
            .disagreements()
            .getFirst()
            .text();
    String without = "without " + away.id() + "\n";
    assertTrue(text.contains(without), text);
    assertTrue(
        LitmusRun.inModel(parse(text.replace(without, ""))).stream().allMatch(StepOutcome::ok));
    assertFalse(LitmusRun.inModel(parse(text)).stream().allMatch(StepOutcome::ok), text);
  }

  private static LitmusFile parse(String text) {
    return LitmusParser.parse(
        Source.of("difference", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        Scenarios.guards());
  }

  /** What a kernel that is wrong in one respect would tell. */
  enum Fault {
    ERRNO(answer -> answer instanceof Answer.Failed(int e) ? new Answer.Failed(e + 1) : answer),
    NUMBER(
        answer ->
            answer instanceof Answer.Returned(long value, Answer.Out out)
                ? new Answer.Returned(value + 1, out)
                : answer),
    IDENTITY(
        answer ->
            answer instanceof Answer.Returned(long value, Answer.Out.Status s)
                ? new Answer.Returned(
                    value, new Answer.Out.Status("one", s.mode(), s.uid(), s.gid(), s.size()))
                : answer),
    MODE(
        answer ->
            answer instanceof Answer.Returned(long value, Answer.Out.Status s)
                ? new Answer.Returned(
                    value,
                    new Answer.Out.Status(s.identity(), s.mode() ^ 1, s.uid(), s.gid(), s.size()))
                : answer),
    BYTES(
        answer ->
            answer instanceof Answer.Returned(long value, Answer.Out.Bytes b)
                ? new Answer.Returned(value, new Answer.Out.Bytes(b.bytes() + "x"))
                : answer),
    OBJECT(
        answer ->
            answer instanceof Answer.Returned(long value, Answer.Out.Object o)
                ? new Answer.Returned(value, new Answer.Out.Object(o.name() + "x"))
                : answer),
    NEVER_BLOCKS(
        answer ->
            answer instanceof Answer.Blocks
                ? new Answer.Returned(0, new Answer.Out.Nothing())
                : answer);

    private final UnaryOperator<Answer> told;

    Fault(UnaryOperator<Answer> told) {
      this.told = told;
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource
  void aFaultInAnAnswerIsFound(Fault fault) throws NotRun {
    ModelOracle wrong = new ModelOracle(Rules.LINUX, fault.told, UnaryOperator.identity());
    assertEquals(1, conform(wrong, Guards.all(), 1000).disagreements().size());
  }

  static Stream<UnaryOperator<Snapshot>> corruptions() {
    return Corruptions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("corruptions")
  void aFaultInWhatIsSeenIsFound(UnaryOperator<Snapshot> corruption) throws NotRun {
    ModelOracle wrong = new ModelOracle(Rules.LINUX, UnaryOperator.identity(), corruption);
    assertEquals(1, conform(wrong, Guards.all(), 300).disagreements().size());
  }
}
