package watertight.checker.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import watertight.checker.alloy.Columns;
import watertight.model.Guards;

/** The model and the specification, as they are, in both directions. */
class ComparisonTest {
  private static final int RUNS = 12;
  private static final int INSTANCES = 5;

  private static Comparison comparison;

  @BeforeAll
  static void compare() throws InterruptedException {
    Questions questions = new Questions(Spec.shared(), Guards.all());
    comparison = new Comparison(questions, Guards.all(), RUNS, INSTANCES, 1);
    comparison.work(() -> false);
  }

  @Test
  void modelAndSpecificationAgree() {
    assertEquals(Optional.empty(), comparison.disagreement());
    assertEquals(0, comparison.skipped());
  }

  @Test
  void everyPredicateHasInstancesThatTheModelSteps() {
    Map<String, Integer> decoded = comparison.coverage().decoded();
    for (String predicate : comparison.predicates()) {
      assertEquals(INSTANCES, decoded.getOrDefault(predicate, 0), predicate);
    }
  }

  @Test
  void theModelMeetsEveryPredicate() {
    Set<String> missing = new TreeSet<>(comparison.predicates());
    missing.removeAll(comparison.coverage().sent().keySet());
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyRelationIsSpoiltAndNoSpoiltStepIsAccepted() {
    Set<String> spoilt =
        comparison.coverage().corrupted().keySet().stream()
            .map(what -> what.substring(what.indexOf(": ") + 2))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Columns.Column column : Spec.shared().columns().changing()) {
      if (!Set.of("who", "what").contains(column.name())) {
        assertTrue(spoilt.contains(column.name()), column.name() + " of " + spoilt);
      }
    }
    assertTrue(spoilt.contains("outcome"));
  }

  @Test
  void theTableNamesEveryPredicateAndWhatWasLeftOut() {
    List<String> lines = comparison.lines();
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("dotdot_disconnected ")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("left out")));
  }
}
