package watertight.checker.fuzz;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.claim.HostcallGoal;
import watertight.model.enclave.hostcall.posix.Harm;
import watertight.properties.hostcall.Exchange;
import watertight.properties.hostcall.Exchanges;
import watertight.properties.hostcall.HostAnswers;

/**
 * Checks the claims about all calls by answers drawn from words of 64 bits, with one generator
 * whichever check is away. What does harm is shrunk, and played in the machine.
 */
public final class HostAnswerFuzz implements Engine {
  private static final int GENERATOR_SIZE = 1000;
  private static final int LOOK_AT_CLOCK = 1024;

  private static final Map<String, HostcallGoal> GOALS =
      Map.of(
          "iago/results-checked", HostcallGoal.HARM,
          "iago/honest-answer-passes", HostcallGoal.HONEST_REJECTED);

  private final OptionalLong most;

  /** As many answers as the scope says. */
  public HostAnswerFuzz() {
    this(OptionalLong.empty());
  }

  /** So many answers, whatever the scope. */
  HostAnswerFuzz(OptionalLong most) {
    this.most = most;
  }

  @Override
  public EngineId id() {
    return EngineId.FUZZ;
  }

  @Override
  public boolean oneAtATime() {
    return true;
  }

  @Override
  public boolean covers(String claim) {
    return GOALS.containsKey(claim);
  }

  @Override
  public String scope(String scope) {
    return "%,d answers of 64 bits to the calls of an enclave".formatted(tries(scope));
  }

  private long tries(String scope) {
    long usual =
        switch (scope) {
          case "small" -> 100_000;
          case "large" -> 20_000_000;
          default -> 1_000_000;
        };
    return most.orElse(usual);
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    if (!covers(run.claim())) {
      return Evidence.notCovered(id());
    }
    long start = System.nanoTime();
    AtomicReference<Evidence> evidence = new AtomicReference<>();
    JqwikSession.run(() -> evidence.set(draw(run, budget, progress)));
    return evidence.get().withSeconds((System.nanoTime() - start) / 1e9);
  }

  private Evidence draw(ClaimRun run, Budget budget, Progress progress) {
    Guards guards = Guards.all().without(run.without());
    HostcallGoal goal = GOALS.get(run.claim());
    BiPredicate<Exchange, Guards> breaks = breaks(goal);
    Random random = new Random(budget.seed());
    RandomGenerator<Exchange> exchanges = HostAnswers.exchanges().generator(GENERATOR_SIZE, false);
    AtomicLong tries = new AtomicLong();
    progress.show(() -> "%,d answers".formatted(tries.get()));
    long passed = 0;
    while (tries.get() < tries(budget.scope()) && !isSpent(tries.get(), budget)) {
      Exchange exchange = exchanges.next(random).value();
      long tried = tries.incrementAndGet();
      passed += exchange.answer().equals(exchange.honest()) ? 0 : 1;
      if (breaks.test(exchange, guards)) {
        return broken(run, goal, exchange, guards, bound(budget, tried, passed));
      }
    }
    Bound bound = bound(budget, tries.get(), passed);
    if (passed == 0) {
      return Evidence.of(id(), Verdict.INCONCLUSIVE, "no answer was a lie").withBound(bound);
    }
    return Evidence.holds(id(), Strength.SAMPLED, bound);
  }

  private static boolean isSpent(long tries, Budget budget) {
    return tries % LOOK_AT_CLOCK == 0 && budget.isSpent();
  }

  private static Bound bound(Budget budget, long tries, long lies) {
    return Bound.sampled(
        "seed %d; words of 64 bits, %,d calls: %,d answers, %,d of them with lies"
            .formatted(budget.seed(), (long) CallName.values().length, tries, lies));
  }

  /** getrandom is left out of utility: an enclave does not ask for it. */
  private static BiPredicate<Exchange, Guards> breaks(HostcallGoal goal) {
    return goal == HostcallGoal.HARM
        ? (exchange, guards) ->
            Exchanges.told(exchange, guards)
                .map(told -> !Harm.of(HostAnswers.picture(), told).isEmpty())
                .orElse(false)
        : (exchange, guards) ->
            exchange.call().name() != CallName.GETRANDOM
                && Exchanges.isHonestRejected(exchange, guards);
  }

  private Evidence broken(
      ClaimRun run, HostcallGoal goal, Exchange found, Guards guards, Bound bound) {
    Exchange small =
        ExchangeShrinker.shrink(found, exchange -> breaks(goal).test(exchange, guards));
    Optional<RenderedTrace> trace = ExchangeTrace.of(run.claim(), goal, small, guards);
    if (trace.isEmpty()) {
      return Evidence.of(id(), Verdict.INCONCLUSIVE, "the machine does not do it: " + small)
          .withBound(bound);
    }
    return Evidence.broken(id(), bound, trace.get());
  }
}
