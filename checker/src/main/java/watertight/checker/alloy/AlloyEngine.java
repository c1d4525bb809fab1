package watertight.checker.alloy;

import java.util.List;
import java.util.stream.Collectors;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;

/**
 * Checks claims by the specifications: a claim holds when the solver finds no counterexample in the
 * scope of its check, what it speaks of can happen, and a counterexample is found when one of its
 * guards is away.
 *
 * <p>A counterexample counts only when it replays in the model. It is looked for among those that
 * the notation can tell, see {@link Expressible}: calls there are whole, so what needs an event
 * within another task's walk stays inconclusive. A descriptor that is passed on is one that its
 * receiver has from the start. Where the counterexample ends within a walk, the replay ends with an
 * open of the path up to there, and the links on it are cut short with it.
 *
 * <p>A model that refuses a step that the specification takes is a disagreement. So is one that
 * takes them all, and the claim, expected to be broken, is not; where it is expected to hold and
 * guards are away, that is inconclusive, since the predicates of model and specification are not
 * the same.
 */
public final class AlloyEngine implements Engine {
  private static final String WITHOUT = "_without_";

  @Override
  public EngineId id() {
    return EngineId.ALLOY;
  }

  @Override
  public boolean oneAtATime() {
    return true;
  }

  @Override
  public boolean covers(String claim) {
    return Specifications.check(claim);
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    if (!covers(run.claim())) {
      return Evidence.notCovered(id());
    }
    if (budget.isSpent()) {
      return outOfTime();
    }
    AlloyAnswers answers = new AlloyAnswers(Specifications.of(run.claim()));
    List<String> unknown =
        run.without().stream()
            .map(Guard::id)
            .filter(guard -> !answers.spec().knows(AlloyNames.signature(guard)))
            .sorted()
            .toList();
    return unknown.isEmpty()
        ? new Check(run, answers, budget, progress).evidence()
        : Evidence.notCovered(id())
            .withReason("the specification has no guard " + String.join(", ", unknown));
  }

  private static Evidence outOfTime() {
    return Evidence.of(EngineId.ALLOY, Verdict.INCONCLUSIVE, "the time was spent in the solver");
  }

  /** One claim being checked. */
  private record Check(ClaimRun run, AlloyAnswers answers, Budget budget, Progress progress) {
    Evidence evidence() {
      return run.expected() == Verdict.HOLDS && run.without().isEmpty() ? holding() : breaking();
    }

    private String predicate() {
      return AlloyNames.predicate(run.claim());
    }

    private List<String> away() {
      return run.without().stream()
          .map(guard -> AlloyNames.signature(guard.id()))
          .sorted()
          .toList();
    }

    private AlloyAnswer ask(String label) {
      progress.show(() -> label);
      return answers.run(label, budget.left());
    }

    private AlloyAnswer any() {
      progress.show(() -> "the whole scope");
      return answers.any(predicate(), away(), budget.left());
    }

    private AlloyAnswer told() {
      progress.show(() -> "a counterexample that can be told");
      return telling().ask(answers, predicate(), away(), budget.left());
    }

    private Telling telling() {
      return Telling.of(answers.spec().module());
    }

    private Evidence holding() {
      AlloyAnswer witness = ask(predicate() + "_witness");
      if (witness.kind() == AlloyAnswer.Kind.NONE) {
        return vacuous("what the claim speaks of never comes about within the scope");
      }
      AlloyAnswer all = any();
      if (witness.kind() == AlloyAnswer.Kind.OUT_OF_TIME
          || all.kind() == AlloyAnswer.Kind.OUT_OF_TIME) {
        return outOfTime();
      }
      return all.found() ? breaking() : twins(holds(all));
    }

    /** One twin is enough to know that the check can fail; the tests run all of them. */
    private Evidence twins(Evidence holds) {
      for (AlloySpec.Entry entry : answers.spec().commands()) {
        if (entry.label().startsWith(predicate() + WITHOUT)) {
          AlloyAnswer twin = ask(entry.label());
          if (twin.kind() != AlloyAnswer.Kind.NONE) {
            return twin.found() ? holds : outOfTime();
          }
        }
      }
      return vacuous("the check could not have failed: without no guard does it find anything");
    }

    private Evidence breaking() {
      AlloyAnswer told = told();
      if (told.found()) {
        return replayed(told);
      }
      AlloyAnswer all = any();
      return switch (all.kind()) {
        case NONE -> holds(all);
        case OUT_OF_TIME -> outOfTime();
        case FOUND ->
            inconclusive(
                all, "the specification has a counterexample, and none that the notation can tell");
      };
    }

    private Evidence replayed(AlloyAnswer answer) {
      Counterexample found = answer.instance().orElseThrow();
      try {
        return switch (telling().replay(run.claim(), found, run.without())) {
          case Replayed.Reached reached ->
              Evidence.broken(EngineId.ALLOY, bound(answer), reached.trace());
          case Replayed.Differs differs ->
              Evidence.of(EngineId.ALLOY, Verdict.DISAGREEMENT, differs.how())
                  .withBound(bound(answer));
          case Replayed.NotReached not ->
              Evidence.of(EngineId.ALLOY, missed(), notReached(found))
                  .withBound(bound(answer))
                  .withTrace(not.trace());
        };
      } catch (Inexpressible e) {
        return inconclusive(
            answer,
            "the specification has a counterexample, %s, that the notation cannot tell: %s"
                .formatted(story(found), e.getMessage()));
      }
    }

    private Verdict missed() {
      return run.expected() == Verdict.BROKEN ? Verdict.DISAGREEMENT : Verdict.INCONCLUSIVE;
    }

    private static String notReached(Counterexample found) {
      return "the specification says broken, %s; the model takes the same steps, and there the claim is not broken"
          .formatted(story(found));
    }

    private static String story(Counterexample found) {
      return found.steps().stream()
          .map(step -> step.task().replace("$", "") + " " + step.call())
          .collect(Collectors.joining(", "));
    }

    private static Evidence holds(AlloyAnswer answer) {
      return Evidence.holds(EngineId.ALLOY, Strength.EXHAUSTIVE, bound(answer));
    }

    private static Evidence vacuous(String why) {
      return Evidence.of(EngineId.ALLOY, Verdict.VACUOUS, why);
    }

    private static Evidence inconclusive(AlloyAnswer answer, String why) {
      return Evidence.of(EngineId.ALLOY, Verdict.INCONCLUSIVE, why).withBound(bound(answer));
    }

    /** Which traces lie within it is not told: the worlds of a trace are not measured. */
    private static Bound bound(AlloyAnswer answer) {
      return Bound.sampled(answer.scope() + ", sat4j");
    }
  }
}
