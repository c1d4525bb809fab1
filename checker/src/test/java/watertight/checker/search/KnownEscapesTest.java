package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.linux.scenario.Scenario;

/** Each known escape that has a scenario is found, and, where a rule stops it, that rule does. */
class KnownEscapesTest {
  private static final Budget BUDGET = Budget.of(Duration.ofMinutes(2), 1, "default", 1);

  static Stream<String> searched() {
    return KnownEscapes.searched().stream();
  }

  static Stream<String> stoppedByARule() {
    return searched().filter(escape -> !scenario(escape).without().isEmpty());
  }

  private static Scenario scenario(String escape) {
    return Scenarios.named(KnownEscapes.scenario(escape));
  }

  @ParameterizedTest
  @MethodSource("searched")
  void theSearchFindsIt(String escape) {
    String name = KnownEscapes.scenario(escape);
    Question<?> question = Systems.withScenario(name).question(name, "default", Set.of());
    Searched<?> search = Searched.run(question, Reductions.ALL, BUDGET, Progress.NONE);
    assertTrue(search.isBroken(), () -> escape + ": " + search.bound().text());
  }

  @ParameterizedTest
  @MethodSource("stoppedByARule")
  void withTheRuleInPlaceThereIsNoWay(String escape) {
    Scenario scenario = scenario(escape);
    LinuxSituation situation =
        LinuxSituation.of(scenario, Scenarios.scope(scenario, "default"), Set.of());
    Searched<?> search = situation.search(Set.of(), BUDGET, Progress.NONE);
    assertFalse(search.isBroken());
    assertTrue(search.found().isExhaustive(), () -> search.bound().text());
  }

  /** An escape without an answer of a kernel is no record; a scenario is optional. */
  @Test
  void everyScenarioHasALitmusFile() {
    List<String> alone = new ArrayList<>(KnownEscapes.searched());
    alone.removeAll(KnownEscapes.names());
    assertEquals(List.of(), alone);
  }

  @Test
  void whatIsListedInADirectoryIsWhatIsThere() {
    assertTrue(KnownEscapes.names().contains("CVE-2015-2925"));
    assertTrue(KnownEscapes.isScenario("known/CVE-2015-2925"));
    assertFalse(KnownEscapes.isScenario("known/CVE-0000-0000"));
    assertFalse(KnownEscapes.isScenario("chroot/recipe"));
  }
}
