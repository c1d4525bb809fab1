package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.run.HostcallLitmusRun;
import watertight.checker.run.StepOutcome;
import watertight.checker.text.Source;
import watertight.checker.text.hostcall.HostcallLitmusParser;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.HostcallGuards;

/** What Z3 finds about answers of a host does harm in the machine. */
class HostcallExceptionTest {
  private static final String EXCHANGE = "read fd=3 buf=4096 count=count; ret=ret";
  private static final String MODEL =
      """
      ((define-fun count () (_ BitVec 64)
         #x0000000000000008)
       (define-fun ret () (_ BitVec 64)
         #x0000000000000009))
      """;

  static Stream<Arguments> breaks() {
    return Stream.of("hostcall", "hostcall-values")
        .flatMap(name -> SmtScripts.named(name).obligations().stream())
        .flatMap(part -> part.guards().stream().map(guard -> Arguments.of(part.claim(), guard)))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void withoutACheckTheExceptionIsPlayedInTheMachine(String claim, String guard) {
    HostcallGuards away = HostcallGuards.named(guard).orElseThrow();
    Evidence evidence =
        new SmtEngine()
            .check(
                new ClaimRun(claim, Verdict.HOLDS, Set.of(away)),
                Budget.of(Duration.ofMinutes(2), 1, "default", 1),
                Progress.NONE);
    assertEquals(Verdict.BROKEN, evidence.verdict(), evidence::toString);
    RenderedTrace trace = evidence.trace().orElseThrow();
    assertEquals(List.of(guard), trace.without());
    List<StepOutcome> steps =
        HostcallLitmusRun.inModel(
            HostcallLitmusParser.parse(new Source("found", trace.litmus().lines().toList())));
    assertTrue(steps.stream().allMatch(StepOutcome::ok), trace::litmus);
  }

  private static Optional<RenderedTrace> replay(String exchange, Guards guards) {
    return HostcallException.replay("iago/wide-words", "a read", exchange, MODEL, guards);
  }

  @Test
  void anExceptionThatDoesNoHarmIsNotATrace() {
    Guards weak = Guards.all().without(HostcallGuards.RECEIVED_AT_MOST_ASKED);
    assertTrue(replay(EXCHANGE, weak).isPresent());
    assertTrue(replay(EXCHANGE, Guards.all()).isEmpty());
    assertTrue(replay(EXCHANGE.replace("count=count", "count=9"), weak).isEmpty());
  }
}
