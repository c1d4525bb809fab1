package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Limits;
import watertight.checker.explore.PlainExplorer;
import watertight.checker.explore.Reductions;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;
import watertight.model.Claim;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.claim.ChargeClaims;
import watertight.model.charge.claim.ChargeScenario;
import watertight.model.charge.claim.ChargeScenarios;

class ChargeClaimsTest {

  private static final Property.OfStates<Task> ANYTHING = cells -> true;

  static List<ChargeScenario> scenarios() {
    return ChargeScenarios.all();
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
    Searched<?> found = MachineClaimsTest.search(scenario.name(), Set.of(), Reductions.NONE);
    assertEquals(plain.brokenAfter(), found.isBroken() ? found.found().trace().size() : -1);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void reductionsChangeNoVerdict(ChargeScenario scenario) {
    for (ChargeGuards away : ChargeGuards.values()) {
      Searched<?> full = MachineClaimsTest.search(scenario.name(), Set.of(away), Reductions.NONE);
      Searched<?> reduced = MachineClaimsTest.search(scenario.name(), Set.of(away), Reductions.ALL);
      assertEquals(full.isBroken(), reduced.isBroken(), away.id());
      if (full.isBroken()) {
        assertEquals(full.found().trace().size(), reduced.found().trace().size(), away.id());
      } else {
        assertEquals(full.found().witnessed(), reduced.found().witnessed(), away.id());
      }
    }
  }

  @Test
  void everyGuardCarriesAClaim() {
    Set<ChargeGuards> unused = EnumSet.allOf(ChargeGuards.class);
    ChargeClaims.all().forEach(claim -> claim.guards().forEach(unused::remove));
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
        MachineClaimsTest.search(
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
