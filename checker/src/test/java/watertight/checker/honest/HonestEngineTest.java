package watertight.checker.honest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watertight.checker.honest.Falsified.Exchange;
import watertight.checker.kernel.HostcallKernel;
import watertight.checker.kernel.LocalHostcalls;
import watertight.checker.kernel.NotRun;
import watertight.checker.run.HostcallLitmusRun;
import watertight.checker.run.StepOutcome;
import watertight.checker.text.Source;
import watertight.checker.text.hostcall.HostcallLitmusParser;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.HostcallGuards;

/** The kernel of this machine is the judge; where it cannot be asked, the tests say why. */
class HonestEngineTest {
  /** {@code -Dwatertight.answers=100000} for the whole campaign. */
  private static final long ANSWERS = Long.getLong("watertight.answers", 4_000);

  private static final long FEW = 400;
  private static final int STEPS = 300;

  private static RealAnswers.Report run(
      HostcallKernel.Source kernels, Guards guards, long seed, long answers) {
    try {
      return new RealAnswers(kernels, guards)
          .run(
              new RealAnswers.Limits(seed, answers, Long.MAX_VALUE, STEPS, () -> false),
              new Tally());
    } catch (NotRun e) {
      return abort("not run: " + e.getMessage());
    }
  }

  @Test
  void everyRealAnswerPassesFromAFixedSeedAndEveryCallSucceeds() {
    RealAnswers.Report report = run(LocalHostcalls::open, Guards.all(), 5, ANSWERS);
    assertEquals("", report.wrong().orElse(""), () -> report.trace().toString());
    System.out.printf("%,d real answers, %d kinds%n", ANSWERS, report.tally().kinds());
    Set<CallName> never = EnumSet.allOf(CallName.class);
    never.removeIf(report.tally()::succeeded);
    assertEquals(Set.of(), never);
    corners()
        .forEach(
            (call, kinds) ->
                kinds.forEach(
                    kind -> assertTrue(report.tally().met(call, kind) > 0, call + " " + kind)));
  }

  /** Where real answers are odd: none of it may be missing from what was put to the shields. */
  private static Map<CallName, List<String>> corners() {
    return Map.of(
        CallName.READ, List.of("zero", "short", "EINTR", "EAGAIN", "EBADF"),
        CallName.WRITE, List.of("EPIPE", "nothing asked"),
        CallName.READV, List.of("zero", "short", "EINVAL"),
        CallName.RECV, List.of("longer than its buffer"),
        CallName.READLINK, List.of("short"),
        CallName.GETCWD, List.of("ERANGE"),
        CallName.MREMAP, List.of("ENOMEM"),
        CallName.NANOSLEEP, List.of("EINTR"),
        CallName.FUTEX, List.of("ETIMEDOUT", "EAGAIN"),
        CallName.WAIT4, List.of("ECHILD"));
  }

  @Test
  void everyRealAnswerPassesFromAFreshSeed() {
    long seed = ThreadLocalRandom.current().nextLong(1L << 48);
    RealAnswers.Report report = run(LocalHostcalls::open, Guards.all(), seed, FEW);
    assertEquals("", report.wrong().orElse(""), () -> "seed " + seed + report.trace());
  }

  /** A shield without one of these is too strict. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "SHORT_COUNT_PASSES",
        "INTERRUPTION_PASSES",
        "TRUNCATED_LENGTH_PASSES",
        "OLD_BREAK_PASSES",
        "WALL_CLOCK_MAY_GO_BACK"
      })
  void aShieldThatIsTooStrictRejectsARealAnswer(HostcallGuards guard) {
    RealAnswers.Report report = run(LocalHostcalls::open, Guards.all().without(guard), 5, 10_000);
    assertTrue(report.wrong().isPresent(), guard.id());
    String litmus = report.trace().orElseThrow().litmus();
    List<StepOutcome> steps =
        HostcallLitmusRun.inModel(
            HostcallLitmusParser.parse(new Source("found", litmus.lines().toList())));
    assertTrue(steps.stream().allMatch(StepOutcome::ok), litmus);
    assertTrue(litmus.lines().count() < 30, litmus);
  }

  /** One false answer for each call: what is told by the shield is not true of any kernel. */
  private static Map<CallName, UnaryOperator<Exchange>> lies() {
    Map<CallName, UnaryOperator<Exchange>> lies = new EnumMap<>(CallName.class);
    for (CallName call :
        EnumSet.of(CallName.READ, CallName.WRITE, CallName.PREAD, CallName.PWRITE)) {
      lies.put(call, x -> few(x.argument(2)) ? x.ret(x.argument(2) + 1) : x);
    }
    for (CallName call : EnumSet.of(CallName.READV, CallName.WRITEV, CallName.RECVMSG)) {
      lies.put(call, x -> few(vectors(x)) ? x.ret(vectors(x) + 1) : x);
    }
    for (CallName call : EnumSet.of(CallName.SEND, CallName.SENDFILE, CallName.GETDENTS)) {
      lies.put(call, x -> few(x.argument(2)) ? x.ret(x.argument(2) + 1) : x);
    }
    for (CallName call : EnumSet.of(CallName.MUNMAP, CallName.STAT, CallName.GETSOCKOPT)) {
      lies.put(call, x -> x.ret(1));
    }
    for (CallName call : EnumSet.of(CallName.MMAP, CallName.MREMAP, CallName.SELECT)) {
      lies.put(call, x -> x.ret(x.field(0) + 1));
    }
    lies.put(CallName.RECV, x -> x.ret(-3));
    lies.put(CallName.BRK, x -> x.argument(1) == 0 ? x : x.ret(x.field(0) + 1));
    lies.put(CallName.OPEN, x -> x.ret(1));
    lies.put(CallName.ACCEPT, x -> x.ret(2));
    lies.put(CallName.LSEEK, x -> x.ret(-x.field(0) - 5000));
    lies.put(CallName.READLINK, x -> few(x.argument(1)) ? x.ret(x.argument(1) + 1) : x);
    lies.put(CallName.GETRANDOM, x -> few(x.argument(1)) ? x.ret(x.argument(1) + 1) : x);
    lies.put(CallName.GETCWD, x -> x.with(1, x.field(1) + 1));
    lies.put(CallName.FCNTL, x -> x.argument(1) == 0 ? x.ret(1) : x);
    lies.put(CallName.DUP2, x -> x.ret(x.field(0) + 1));
    lies.put(CallName.PIPE, x -> x.with(2, x.field(1)));
    lies.put(CallName.POLL, x -> x.ret(x.field(0) + 4));
    lies.put(CallName.EPOLL_WAIT, x -> x.field(0) == 0 ? x : x.with(1, x.field(1) + 1));
    lies.put(CallName.CLOCK_GETTIME, x -> x.argument(0) == 1 ? x.with(1, x.field(1) % 1000) : x);
    lies.put(CallName.NANOSLEEP, x -> x.ret(1));
    lies.put(CallName.FUTEX, x -> x.argument(0) == 1 ? x.ret(x.argument(1) + 2) : x.ret(1));
    lies.put(CallName.WAIT4, x -> x.ret(1));
    lies.put(CallName.GETPID, x -> x.ret(0));
    lies.put(CallName.IOCTL, x -> x.ret(1));
    return lies;
  }

  private static boolean few(long count) {
    return count >= 0 && count < 1 << 20;
  }

  private static long vectors(Exchange exchange) {
    boolean both = few(exchange.argument(2)) && few(exchange.argument(3));
    return both ? exchange.argument(2) + exchange.argument(3) : -1;
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsFalsifiedIsFound(CallName call) {
    UnaryOperator<Exchange> lie = lies().get(call);
    RealAnswers.Report report =
        run(() -> new Falsified(LocalHostcalls.open(), call, lie), Guards.all(), 5, 10_000);
    String litmus = report.trace().orElseThrow().litmus();
    assertTrue(litmus.contains("[e] " + call.text()), litmus);
  }

  private static Evidence check(HostcallKernel.Source kernels, Guard... away) {
    ClaimRun run = new ClaimRun("iago/honest-answer-passes", Verdict.HOLDS, Set.of(away));
    return new HonestEngine(kernels)
        .check(run, Budget.of(Duration.ofMinutes(5), 5, "small", 1), Progress.NONE);
  }

  @Test
  void theEngineSaysWhatTheKernelSaid() {
    Evidence evidence = check(LocalHostcalls::open);
    if (evidence.verdict() == Verdict.NOT_RUN) {
      abort(evidence.reason().orElseThrow());
    }
    assertEquals(Verdict.HOLDS, evidence.verdict(), evidence::toString);
    assertTrue(evidence.bound().orElseThrow().text().contains("real answers to 35 calls"));
    Evidence strict = check(LocalHostcalls::open, HostcallGuards.INTERRUPTION_PASSES);
    assertEquals(Verdict.DISAGREEMENT, strict.verdict(), strict::toString);
    assertTrue(strict.trace().isPresent());
  }

  /** A kernel on which one call always fails has said nothing about that call. */
  @Test
  void aCallThatNeverSucceedsMakesItVacuous() {
    Evidence evidence =
        check(() -> new Falsified(LocalHostcalls.open(), CallName.STAT, x -> x.ret(-2)));
    if (evidence.verdict() == Verdict.NOT_RUN) {
      abort(evidence.reason().orElseThrow());
    }
    assertEquals(Verdict.VACUOUS, evidence.verdict(), evidence::toString);
    assertEquals("never succeeded: stat", evidence.reason().orElseThrow());
  }

  @Test
  void withoutAKernelItIsNotRun() {
    Evidence evidence =
        check(
            () -> {
              throw new NotRun("there is no C compiler (cc)");
            });
    assertEquals(Verdict.NOT_RUN, evidence.verdict());
    assertEquals("there is no C compiler (cc)", evidence.reason().orElseThrow());
    assertFalse(new HonestEngine(LocalHostcalls::open).covers("iago/results-checked"));
  }
}
