package watertight.checker.agree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.model.Guard;
import watertight.model.Guards;

/** A guard away on one side alone: the other side says so. */
class MutantsTest {
  private static final int INSTANCES = 40;
  private static final int MOST_RUNS = 60;
  private static final Questions COMPLETE = new Questions(Spec.shared(), Guards.all());
  private static final List<String> PREDICATES =
      List.of(
          "start_ok",
          "start_beneath",
          "dotdot_ok",
          "dotdot_disconnected",
          "dotdot_again",
          "link_ok",
          "link_limit",
          "arrive_ok",
          "arrive_escaped",
          "chroot_ok",
          "chroot_not_permitted");

  static Stream<Guard> guards() {
    return GuardNames.of(Spec.shared()).stream();
  }

  @ParameterizedTest
  @MethodSource("guards")
  void aModelWithoutAGuardIsNotTheSpecification(Guard guard) {
    Guards away = Guards.all().without(guard);
    assertNotNull(instances(COMPLETE, away));
  }

  @ParameterizedTest
  @MethodSource("guards")
  void aSpecificationWithoutAGuardIsNotTheModel(Guard guard) {
    Guards away = Guards.all().without(guard);
    assertNotNull(instances(new Questions(Spec.shared(), away), Guards.all()));
  }

  @ParameterizedTest
  @MethodSource("guards")
  void runsOfAModelWithoutAGuardLeaveTheSpecification(Guard guard) {
    Guards away = Guards.all().without(guard);
    ModelToAlloy there = new ModelToAlloy(COMPLETE, away, new Coverage(), 1);
    Disagreement difference = there.stories();
    for (int seed = 0; difference == null && seed < MOST_RUNS; seed++) {
      difference = there.run(seed);
    }
    assertNotNull(difference);
    assertFalse(difference.story().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("guards")
  void withoutItOnBothSidesTheyAgree(Guard guard) {
    Guards away = Guards.all().without(guard);
    Questions questions = new Questions(Spec.shared(), away);
    Coverage coverage = new Coverage();
    AlloyToModel back = new AlloyToModel(questions, away, coverage);
    for (String predicate : PREDICATES) {
      assertNull(back.run(predicate, 5, 1));
    }
  }

  private static @Nullable Disagreement instances(Questions questions, Guards model) {
    AlloyToModel back = new AlloyToModel(questions, model, new Coverage());
    for (String predicate : PREDICATES) {
      Disagreement difference = back.run(predicate, INSTANCES, 1);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }
}
