package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Budget;
import watertight.model.Claim;
import watertight.model.Guard;

/** What is recorded of every claim about a machine of its own. */
class MachineClaimsTest {
  private static final Budget BUDGET = Budget.of(Duration.ofMinutes(5), 1, "default", 1);

  static List<Claim> claims() {
    return Systems.all().stream()
        .filter(system -> !(system instanceof LinuxSystem))
        .flatMap(system -> system.claims().stream())
        .toList();
  }

  static Stream<Arguments> checks() {
    return claims().stream()
        .flatMap(claim -> claim.checks().stream().map(check -> Arguments.of(claim, check)));
  }

  static List<Arguments> twins() {
    List<Arguments> twins = new ArrayList<>();
    for (Claim claim : claims()) {
      for (Claim.Check check : claim.checks()) {
        check.twins().forEach(twin -> twins.add(Arguments.of(check.scenario(), twin)));
      }
    }
    return twins;
  }

  static Searched<?> search(String scenario, Set<? extends Guard> away, Reductions reductions) {
    Question<?> question =
        Systems.withScenario(scenario).question(scenario, "default", new HashSet<>(away));
    return Searched.run(question, reductions, BUDGET, progress -> {});
  }

  @ParameterizedTest
  @MethodSource("twins")
  void everyRecordedBreakIsFoundAndIsAsLongAsRecorded(String scenario, Claim.Twin twin) {
    for (Reductions reductions : List.of(Reductions.ALL, Reductions.NONE)) {
      assertEquals(
          twin.steps(),
          search(scenario, twin.away(), reductions).trace().orElseThrow().steps().size());
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void nothingLessThanARecordedBreakBreaks(String scenario, Claim.Twin twin) {
    for (Guard kept : twin.away()) {
      Set<Guard> less = new HashSet<>(twin.away());
      less.remove(kept);
      assertFalse(search(scenario, less, Reductions.ALL).isBroken());
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void whatIsExpectedToHoldHoldsAndIsAboutSomething(Claim claim, Claim.Check check) {
    Searched<?> searched = search(check.scenario(), Set.of(), Reductions.ALL);
    assertEquals(claim.expected() == Claim.Expected.BROKEN, searched.isBroken());
    if (!searched.isBroken()) {
      assertTrue(searched.found().witnessed());
      assertEquals(Exploration.End.COMPLETE, searched.found().end());
    }
  }

  @ParameterizedTest
  @MethodSource("claims")
  void everyGuardOfAClaimIsJustifiedByABreak(Claim claim) {
    Set<Guard> breaking = new HashSet<>();
    claim.checks().forEach(check -> check.twins().forEach(twin -> breaking.addAll(twin.away())));
    assertTrue(breaking.containsAll(claim.guards()), claim.name());
  }
}
