package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.NotRun;
import watertight.checker.search.SharedSearches;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.path.PathChoices;
import watertight.model.linux.path.PathGates;
import watertight.model.linux.task.FsGates;
import watertight.model.linux.task.RootChoices;

/** A trace beside the model with all guards and a second model in the place of the kernel. */
class TraceJudgeTest {
  private static final SharedSearches SEARCHES = new SharedSearches();

  private static RenderedTrace trace(String scenario, Guard... away) {
    Budget budget = Budget.of(Duration.ofMinutes(2), 1, "default", 1);
    return SEARCHES.search(scenario, Set.of(away), budget, Progress.NONE).trace().orElseThrow();
  }

  /** A walk in three steps, as a program takes it that nobody disturbs. */
  private static RenderedTrace walk() {
    List<String> calls =
        List.of(
            "open(\"f\", O_RDONLY <unfinished ...>",
            "<... open resumed> <unfinished ...>",
            "<... open resumed>) = 3</f>");
    List<TraceStep> steps =
        calls.stream()
            .map(call -> new TraceStep(1, "A", call, "", Optional.empty(), List.of()))
            .toList();
    String litmus =
        "litmus \"walk\"\nworld\n  file /f \"x\"\nrun\n  [A] " + String.join("\n  [A] ", calls);
    return new RenderedTrace(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        true,
        List.of(),
        steps,
        "reads \"/f\"",
        OptionalInt.empty(),
        litmus + "\n");
  }

  private static JudgedTrace judge(RenderedTrace trace) {
    return TraceJudge.judge(trace, () -> ModelOracle.honest(Rules.LINUX));
  }

  @Test
  void bothRefuseInTheSameStep() {
    JudgedTrace judged =
        judge(trace("chroot/moved-directory.mount-root", PathGates.PATH_MUST_STAY_CONNECTED));
    assertEquals(OptionalInt.of(2), judged.firstDifference());
    JudgedTrace.Row row = judged.rows().get(1);
    assertEquals(Optional.of("-1 ENOENT"), row.model());
    assertEquals(row.model(), row.kernel());
    assertEquals(Optional.of("path-must-stay-connected"), row.gate());
    assertEquals("0", judged.trace().steps().get(1).result());
    assertTrue(judged.disagreement().isEmpty());
  }

  @Test
  void whatIsBrokenGoesTheSameWayEverywhere() {
    JudgedTrace judged = judge(trace("chroot/confines-root"));
    assertEquals(OptionalInt.empty(), judged.firstDifference());
    assertEquals(Optional.of("3</etc/motd>"), judged.rows().getLast().kernel());
  }

  @Test
  void aDifferenceInTheStateAloneIsSeen() {
    JudgedTrace judged = judge(trace("chroot/root-is-per-task", RootChoices.ROOT_PER_TASK));
    assertEquals(OptionalInt.of(1), judged.firstDifference());
    assertEquals(
        judged.trace().steps().getFirst().result(), judged.rows().getFirst().model().orElseThrow());
  }

  @Test
  void anUndisturbedWalkHasItsAnswerWhereItEnds() {
    JudgedTrace judged = judge(walk());
    assertTrue(judged.notRun().isEmpty());
    assertEquals(
        List.of("", "", "3</f>"),
        judged.rows().stream().map(row -> row.kernel().orElse("")).toList());
  }

  @Test
  void aCutCallIsNotPutToTheKernelAndTheModelStillRefuses() {
    JudgedTrace judged = judge(trace("chroot/check-then-use.in-root", PathChoices.RESOLVE_IN_ROOT));
    assertTrue(judged.notRun().orElseThrow().contains("no kernel can be held"));
    assertTrue(judged.firstDifference().isPresent());
    assertTrue(judged.rows().stream().allMatch(row -> row.kernel().isEmpty()));
  }

  @Test
  void anotherAnswerOfTheKernelIsADisagreement() {
    UnaryOperator<Answer> wrong =
        answer -> answer instanceof Answer.Failed ? new Answer.Failed(13) : answer;
    ModelOracle liar = new ModelOracle(Rules.LINUX, wrong, UnaryOperator.identity());
    JudgedTrace judged =
        TraceJudge.judge(
            trace("chroot/needs-privilege", FsGates.CHROOT_NEEDS_CAPABILITY), () -> liar);
    assertEquals(
        Optional.of("model and kernel differ in step 1: model -1 EPERM, kernel -1 EACCES"),
        judged.disagreement());
    ModelOracle lost =
        ModelOracle.honest(Rules.LINUX.with(Guards.all().without(FsGates.CHROOT_NEEDS_CAPABILITY)));
    assertTrue(TraceJudge.judge(judged.trace(), () -> lost).disagreement().isPresent());
  }

  @Test
  void withoutAKernelTheModelIsShownAndWhy() {
    JudgedTrace judged =
        TraceJudge.judge(
            trace("chroot/needs-privilege", FsGates.CHROOT_NEEDS_CAPABILITY),
            () -> {
              throw new NotRun("there is no C compiler (cc)");
            });
    assertEquals(Optional.of("there is no C compiler (cc)"), judged.notRun());
    assertEquals(Optional.of("-1 EPERM"), judged.rows().getFirst().model());
    assertFalse(judged.rows().getFirst().kernel().isPresent());
    assertEquals(List.of(), judged.disagreement().stream().toList());
  }
}
