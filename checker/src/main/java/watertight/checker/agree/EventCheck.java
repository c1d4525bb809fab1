package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watertight.checker.alloy.Columns;
import watertight.model.linux.Rules;
import watertight.model.linux.task.Task;

/** What a task does, from the model to task.als. */
final class EventCheck {
  private final Questions questions;
  private final Rules rules;
  private final Corruption corruption;
  private final Coverage coverage;

  EventCheck(Questions questions, Rules rules, Coverage coverage, SplittableRandom random) {
    this.questions = questions;
    this.rules = rules;
    Set<String> all =
        questions.spec().columns().changing().stream()
            .map(Columns.Column::name)
            .filter(name -> !name.equals("who") && !name.equals("what"))
            .collect(Collectors.toSet());
    this.corruption = new Corruption(questions.spec(), all, random);
    this.coverage = coverage;
  }

  /** What an event is asked of, by the names of the parameters; atoms come from the picture. */
  interface Arguments {
    Map<String, @Nullable String> of(Picture picture);
  }

  /**
   * Compares an event.
   *
   * @param family the predicates about this call
   * @param expected those that may say what the model has done; none: it is left out
   * @param disturbs whether it renames or mounts
   */
  @Nullable Finding check(
      Task task,
      Scene before,
      Scene after,
      List<String> family,
      Set<String> expected,
      Arguments arguments,
      boolean disturbs) {
    Picture picture = Picture.of(questions.spec(), rules, before, after, task, disturbs);
    if (expected.isEmpty() || picture.leftOut() != null) {
      coverage.leftOut(expected.isEmpty() ? "a refusal of " + family.get(0) : picture.leftOut());
      return null;
    }
    Map<String, @Nullable String> atoms = arguments.of(picture);
    Evaluation evaluation = new Evaluation(questions.spec(), picture.pair());
    Set<String> truths = new TreeSet<>();
    for (String predicate : family) {
      List<String> asked = asked(predicate, atoms);
      if (asked != null && evaluation.holds(questions.event(predicate), asked)) {
        truths.add(predicate);
      }
    }
    Set<String> met = new TreeSet<>(truths);
    met.retainAll(expected);
    boolean mixed = truths.size() > 1 && truths.stream().anyMatch(Events::isSuccess);
    if (met.isEmpty() || mixed) {
      String none = truths.isEmpty() ? "none of " + family : String.join(" and ", truths);
      return new Finding(family.get(0), String.join(" or ", expected), none);
    }
    String predicate = met.iterator().next();
    coverage.sent(predicate);
    List<String> asked = Objects.requireNonNull(asked(predicate, atoms));
    return Events.isSuccess(predicate)
        ? corrupted(evaluation, picture.pair(), predicate, asked)
        : outcome(predicate);
  }

  private @Nullable List<String> asked(String predicate, Map<String, @Nullable String> atoms) {
    List<String> asked = new ArrayList<>();
    for (String name : Objects.requireNonNull(Events.all().get(predicate)).names()) {
      String atom = atoms.get(name);
      if (atom == null) {
        return null;
      }
      asked.add(atom);
    }
    return asked;
  }

  private @Nullable Finding outcome(String predicate) {
    coverage.corrupted(predicate + ": outcome");
    return null;
  }

  private @Nullable Finding corrupted(
      Evaluation evaluation, StatePair pair, String predicate, List<String> asked) {
    Corruption.Spoilt spoilt = corruption.of(predicate, pair, null);
    if (spoilt == null || predicate.equals("begin_ok") && spoilt.relation().equals("flags")) {
      return null; // a walk begins with any flags
    }
    coverage.corrupted(predicate + ": " + spoilt.relation());
    return evaluation.holdsWith(questions.event(predicate), asked, spoilt.relation(), spoilt.rows())
        ? new Finding(
            predicate,
            spoilt.relation() + " is " + pair.after().of(spoilt.relation()),
            spoilt.relation() + " may be " + spoilt.rows())
        : null;
  }
}
