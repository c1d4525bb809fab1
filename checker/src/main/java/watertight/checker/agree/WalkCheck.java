package watertight.checker.agree;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.Task;

/** One component of a walk, from the model to path.als. */
final class WalkCheck {
  /** What path.als speaks of. */
  static final Set<String> RELATIONS =
      Set.of(
          "d_parent",
          "d_name",
          "mnt_root",
          "mnt_parent",
          "mnt_mountpoint",
          "at",
          "root",
          "rest",
          "links",
          "flags",
          "Disturbed",
          "Rooted");

  private final Spec spec;
  private final Rules rules;
  private final WalkJudge judge;
  private final Corruption corruption;
  private final Coverage coverage;

  /**
   * @param rules the guards that are away in the specification
   */
  WalkCheck(Questions questions, Rules rules, Coverage coverage, SplittableRandom random) {
    this.spec = questions.spec();
    this.rules = rules;
    this.judge = questions.walks();
    this.corruption = new Corruption(spec, RELATIONS, random);
    this.coverage = coverage;
  }

  /**
   * Compares one component, or the end of a walk.
   *
   * @param c the caller in the model, before the component
   * @param after the state after it; as before when it was refused
   */
  @Nullable Finding check(Caller c, Scene before, Scene after, WalkSteps.Outcome outcome) {
    Task task = c.task();
    PathWalk walk = java.util.Objects.requireNonNull(before.walks().get(task)).walk();
    Picture picture = Picture.of(spec, rules, before, after, task, false);
    String leftOut = picture.leftOut();
    if (leftOut != null || !isNextDrawn(c, walk, picture)) {
      coverage.leftOut(leftOut == null ? "an object outside of the namespace" : leftOut);
      return null;
    }
    Set<String> expected =
        switch (outcome) {
          case WalkSteps.Outcome.Moved moved -> WalkGates.success(WalkSteps.nextName(walk));
          case WalkSteps.Outcome.Arrived arrived -> WalkGates.success("");
          case WalkSteps.Outcome.Refused refused -> WalkGates.predicates(refused.gate());
          case WalkSteps.Outcome.Endless endless -> Set.of();
        };
    if (expected.isEmpty()) {
      coverage.leftOut(outcome instanceof WalkSteps.Outcome.Refused(var g) ? g.id() : "no end");
      return null;
    }
    return compare(picture, People.walkAtom(task), expected, outcome);
  }

  /** Whether what the next name leads to is drawn, if there is anything. */
  private boolean isNextDrawn(Caller c, PathWalk walk, Picture picture) {
    String name = WalkSteps.nextName(walk);
    Dentry child = Tree.child(c.cells(), walk.at().dentry(), name);
    return child == null || picture.naming().known(child) != null;
  }

  private @Nullable Finding compare(
      Picture picture, String walk, Set<String> expected, WalkSteps.Outcome outcome) {
    Evaluation evaluation = new Evaluation(spec, picture.pair());
    if (!judge.isWellformed(evaluation)) {
      return new Finding("wellformed", "this state", "the state cannot be");
    }
    Set<String> truths = judge.truths(evaluation, walk, expected);
    if (truths.size() != 1 || !expected.containsAll(truths)) {
      return new Finding(
          "one component", text(outcome, expected, walk, picture.pair()), text(truths));
    }
    String predicate = truths.iterator().next();
    coverage.sent(predicate);
    return corrupted(evaluation, picture.pair(), walk, predicate, outcome);
  }

  private @Nullable Finding corrupted(
      Evaluation evaluation,
      StatePair pair,
      String walk,
      String predicate,
      WalkSteps.Outcome outcome) {
    if (!(outcome instanceof WalkSteps.Outcome.Moved)) {
      boolean moves = judge.moves(evaluation, walk);
      coverage.corrupted(predicate + ": outcome");
      return moves ? new Finding(predicate, "no component is taken", "it is taken as well") : null;
    }
    Corruption.Spoilt spoilt = corruption.of(predicate, pair, walk);
    if (spoilt == null) {
      return null;
    }
    boolean accepted =
        evaluation.holdsWith(
            judge.question(predicate), List.of(walk), spoilt.relation(), spoilt.rows());
    coverage.corrupted(predicate + ": " + spoilt.relation());
    return accepted
        ? new Finding(
            predicate,
            spoilt.relation() + " is " + pair.after().of(spoilt.relation()),
            spoilt.relation() + " may be " + spoilt.rows())
        : null;
  }

  private static String text(
      WalkSteps.Outcome outcome, Set<String> expected, String walk, StatePair pair) {
    String what =
        switch (outcome) {
          case WalkSteps.Outcome.Moved moved ->
              "%s is at %s, with %s left"
                  .formatted(walk, of("at", walk, pair), of("rest", walk, pair));
          case WalkSteps.Outcome.Arrived arrived -> walk + " has arrived";
          case WalkSteps.Outcome.Refused refused -> walk + " is refused by " + refused.gate().id();
          case WalkSteps.Outcome.Endless endless -> walk + " does not end";
        };
    return what + ", that is " + String.join(" or ", new TreeSet<>(expected));
  }

  private static String of(String relation, String walk, StatePair pair) {
    return pair.after().of(relation).stream()
        .filter(row -> row.first().equals(walk))
        .map(row -> String.join(" -> ", row.atoms().subList(1, row.atoms().size())))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String text(Set<String> truths) {
    return truths.isEmpty() ? "neither this nor any refusal" : String.join(" and ", truths);
  }
}
