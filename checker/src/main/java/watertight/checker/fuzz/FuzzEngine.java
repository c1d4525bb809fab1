package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.sessions.JqwikSession;
import watertight.checker.search.Question;
import watertight.checker.search.Systems;
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
import watertight.model.Claim;
import watertight.model.Family;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.properties.linux.walk.WalkExhaustion;

/**
 * Checks claims by random runs of their scenarios, and those about single walks by every walk in
 * every small world as well.
 */
public final class FuzzEngine implements Engine {
  private static final int LENGTH = 10;

  /** The most scenarios of a claim that each have all the moves of the effort. */
  private static final int FEW = 4;

  /** The fewest moves that are tried in a scenario. */
  private static final long LEAST = 20_000;

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
    return Systems.claim(claim).isPresent();
  }

  @Override
  public String scope(String scope) {
    Effort effort = Effort.of(scope);
    return "%,d moves in runs of at most %d; for claims about walks, every path of at most %d components in every world of at most %d entries"
        .formatted(effort.steps(), LENGTH, effort.length(), effort.entries());
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    Optional<Claim> claim = Systems.claim(run.claim());
    if (claim.isEmpty()) {
      return Evidence.notCovered(id());
    }
    long start = System.nanoTime();
    AtomicReference<Evidence> evidence = new AtomicReference<>();
    JqwikSession.run(() -> evidence.set(check(claim.get(), run, budget, progress)));
    return evidence.get().withSeconds((System.nanoTime() - start) / 1e9);
  }

  private Evidence check(Claim claim, ClaimRun run, Budget budget, Progress progress) {
    Rules rules = Rules.LINUX.with(Guards.all().without(run.without()));
    List<String> bounds = new ArrayList<>(List.of("seed " + budget.seed()));
    long actions = 0;
    boolean witnessed = true;
    for (Claim.Check check : claim.checksFirst(run.without())) {
      Question<?> question =
          Systems.withScenario(check.scenario())
              .question(check.scenario(), budget.scope(), run.without());
      actions += question.machine().families().stream().mapToLong(Family::size).sum();
      Tried<?> tried = fuzz(question, check.scenario(), steps(claim, budget), budget, progress);
      bounds.add(check.scenario() + ": " + tried.found().counts());
      Optional<RenderedTrace> trace = tried.trace();
      if (trace.isPresent()) {
        Bound bound = Bound.sampled(String.join("; ", bounds));
        return Evidence.broken(id(), bound, trace.get())
            .withActions(actions)
            .withReason("shrunk from %d moves".formatted(tried.found().foundAt()));
      }
      witnessed &= tried.found().counts().witnessed() > 0;
    }
    Optional<WalkExhaustion.Outcome> walks = walks(claim, rules, budget, progress);
    walks.ifPresent(outcome -> bounds.add(outcome.toString()));
    Bound bound = Bound.sampled(String.join("; ", bounds));
    Evidence judged =
        witnessed || !budget.isSpent()
            ? judge(run, bound, witnessed, walks)
            : Evidence.of(id(), Verdict.INCONCLUSIVE, "the time was spent");
    return judged.withBound(bound).withActions(actions);
  }

  private Evidence judge(
      ClaimRun run, Bound bound, boolean witnessed, Optional<WalkExhaustion.Outcome> walks) {
    if (walks.flatMap(WalkExhaustion.Outcome::broken).isPresent()) {
      return Evidence.of(
          id(), Verdict.INCONCLUSIVE, "a walk breaks it, and no run of its scenarios was seen to");
    }
    if (!witnessed) {
      return Evidence.of(id(), Verdict.VACUOUS, "no run met the claim's precondition");
    }
    return run.expected() == Verdict.BROKEN
        ? Evidence.of(id(), Verdict.INCONCLUSIVE, "no run broke it")
        : Evidence.holds(id(), Strength.SAMPLED, bound);
  }

  /** A question, and what random runs of it came to. */
  private record Tried<A>(Question<A> question, Found<A> found) {
    Optional<RenderedTrace> trace() {
      return found.trace().map(actions -> question.trace(EngineId.FUZZ.text(), actions, false));
    }
  }

  /** The moves that are tried in each scenario: a claim with many shares them out. */
  private static long steps(Claim claim, Budget budget) {
    long all = Effort.of(budget.scope()).steps();
    return Math.max(LEAST, all * FEW / Math.max(FEW, claim.checks().size()));
  }

  private static <A> Tried<A> fuzz(
      Question<A> question, String name, long steps, Budget budget, Progress progress) {
    Fuzzer<A> fuzzer =
        new Fuzzer<>(
            question.machine(),
            question.property(),
            question.witness(),
            budget.seed(),
            new Fuzzer.Limits(steps, LENGTH, budget::isSpent));
    progress.show(() -> "%s, %,d steps".formatted(name, fuzzer.steps()));
    return new Tried<>(question, fuzzer.run());
  }

  private static Optional<WalkExhaustion.Outcome> walks(
      Claim claim, Rules rules, Budget budget, Progress progress) {
    Optional<WalkExhaustion> all = Effort.of(budget.scope()).walks(claim.name());
    all.ifPresent(walks -> progress.show(walks::toString));
    return all.map(walks -> walks.run(rules, budget::isSpent));
  }
}
