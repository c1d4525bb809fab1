package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Limits;
import watertight.checker.explore.PlainExplorer;
import watertight.checker.explore.Reductions;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;
import watertight.checker.verdict.Budget;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.claim.ChargeClaims;
import watertight.model.charge.claim.ChargeScenario;
import watertight.model.charge.claim.ChargeScenarios;

class ChargeClaimsTest {
  private static final Budget BUDGET = Budget.of(Duration.ofMinutes(5), 1, "default", 1);

  private static final Property.OfStates<Task> ANYTHING = cells -> true;

  static List<ChargeScenario> scenarios() {
    return ChargeScenarios.all();
  }

  static List<Arguments> twins() {
    List<Arguments> twins = new ArrayList<>();
    for (Claim claim : ChargeClaims.all()) {
      for (Claim.Check check : claim.checks()) {
        check.twins().forEach(twin -> twins.add(Arguments.of(check.scenario(), twin)));
      }
    }
    return twins;
  }

  private static Searched<?> search(
      String scenario, Set<? extends Guard> away, Reductions reductions) {
    Question<?> question =
        Systems.withScenario(scenario).question(scenario, "default", new HashSet<>(away));
    return Searched.run(question, reductions, BUDGET, progress -> {});
  }

  @ParameterizedTest
  @MethodSource("twins")
  void everyRecordedBreakIsFoundAndIsAsLongAsRecorded(String scenario, Claim.Twin twin) {
    assertEquals(
        twin.steps(),
        search(scenario, twin.away(), Reductions.ALL).trace().orElseThrow().steps().size());
    assertEquals(
        twin.steps(),
        search(scenario, twin.away(), Reductions.NONE).trace().orElseThrow().steps().size());
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
  @MethodSource("scenarios")
  void whatIsExpectedToHoldHoldsAndIsAboutSomething(ChargeScenario scenario) {
    Claim claim = Systems.claim(scenario.claim()).orElseThrow();
    Searched<?> searched = search(scenario.name(), Set.of(), Reductions.ALL);
    assertEquals(claim.expected() == Claim.Expected.BROKEN, searched.isBroken());
    if (!searched.isBroken()) {
      assertTrue(searched.found().witnessed());
      assertEquals(Exploration.End.COMPLETE, searched.found().end());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theNaiveExplorerCountsTheSame(ChargeScenario scenario) {
    ChargeMachine machine = new ChargeMachine(scenario.workload(), Guards.all());
    PlainExplorer.Seen plain =
        PlainExplorer.explore(machine, scenario.property(), Integer.MAX_VALUE, state -> state);
    Exploration<Task> packed =
        Explorer.explore(machine, ANYTHING, null, Reductions.NONE, Limits.depth(Integer.MAX_VALUE));
    assertEquals(plain.states().size(), packed.states());
    assertEquals(plain.transitions(), packed.transitions());
    assertNull(packed.trace());
    Searched<?> found = search(scenario.name(), Set.of(), Reductions.NONE);
    assertEquals(plain.brokenAfter(), found.isBroken() ? found.found().trace().size() : -1);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void reductionsChangeNoVerdict(ChargeScenario scenario) {
    for (ChargeGuards away : ChargeGuards.values()) {
      Searched<?> full = search(scenario.name(), Set.of(away), Reductions.NONE);
      Searched<?> reduced = search(scenario.name(), Set.of(away), Reductions.ALL);
      assertEquals(full.isBroken(), reduced.isBroken(), away.id());
      if (full.isBroken()) {
        assertEquals(full.found().trace().size(), reduced.found().trace().size(), away.id());
      } else {
        assertEquals(full.found().witnessed(), reduced.found().witnessed(), away.id());
      }
    }
  }

  @Test
  void everyGuardOfAClaimIsJustifiedByABreakAndEveryGuardCarriesOne() {
    Set<ChargeGuards> unused = EnumSet.allOf(ChargeGuards.class);
    for (Claim claim : ChargeClaims.all()) {
      Set<Guard> breaking = new HashSet<>();
      claim.checks().forEach(check -> check.twins().forEach(twin -> breaking.addAll(twin.away())));
      assertTrue(breaking.containsAll(claim.guards()), claim.name());
      claim.guards().forEach(unused::remove);
    }
    assertEquals(Set.of(), unused);
  }

  @Test
  void everyScenarioIsOfTheClaimThatNamesIt() {
    List<String> named = new ArrayList<>();
    for (Claim claim : ChargeClaims.all()) {
      for (Claim.Check check : claim.checks()) {
        named.add(check.scenario());
        assertEquals(claim.name(), ChargeScenarios.named(check.scenario()).orElseThrow().claim());
      }
    }
    assertEquals(
        Set.copyOf(named), Set.copyOf(scenarios().stream().map(ChargeScenario::name).toList()));
  }

  /** Both load 0, both find room, both store. */
  @Test
  void theTraceSaysWhatEachTaskReadAndStored() {
    RenderedTrace trace =
        search(
                "memory/never-overcharged.two-tasks",
                Set.of(ChargeGuards.CHARGE_IS_ATOMIC_ADD),
                Reductions.ALL)
            .trace()
            .orElseThrow();
    assertEquals(
        List.of(
            "t0 load g0 = 0",
            "t1 load g0 = 0",
            "t0 compare 1 max g0 1 = ok",
            "t1 compare 1 max g0 1 = ok",
            "t0 store g0 1 = ok",
            "t1 store g0 1 = ok"),
        trace.steps().stream()
            .map(step -> step.task() + " " + step.call() + " = " + step.result())
            .sorted(java.util.Comparator.comparing(ChargeClaimsTest::phase))
            .toList());
    assertEquals(
        List.of(
            new TraceStep.Change("usage g0", "0", "1"),
            new TraceStep.Change("t0 holds", "nothing", "1 of g0")),
        trace.steps().get(4).changed());
    assertEquals("group g0 max=1", trace.world().get(1));
  }

  private static int phase(String line) {
    return line.contains("load") ? 0 : line.contains("compare") ? 1 : 2;
  }
}
