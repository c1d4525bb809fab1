package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Limits;
import watertight.checker.explore.PlainExplorer;
import watertight.checker.explore.Reductions;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.enclave.sgx.AccessGates;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Power;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.SgxChoices;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxScenario;
import watertight.model.enclave.sgx.claim.SgxScenarios;

class SgxClaimsTest {
  private static final Property.OfStates<Action> ANYTHING = cells -> true;

  /** The explorer on packed states against the one on plain maps. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgx/dma-and-prm",
        "sgx/inside-can-read-outside",
        "sgx/outside-cannot-read.debug",
        "pagetable/os-guards-itself"
      })
  void theNaiveExplorerCountsTheSame(String name) {
    SgxScenario scenario = SgxScenarios.named(name).orElseThrow();
    SgxMachine machine = new SgxMachine(scenario.world(), scenario.powers(), Guards.all());
    PlainExplorer.Seen plain =
        PlainExplorer.explore(machine, scenario.property(), Integer.MAX_VALUE, state -> state);
    Exploration<Action> packed =
        Explorer.explore(machine, ANYTHING, null, Reductions.NONE, Limits.depth(Integer.MAX_VALUE));
    assertEquals(plain.states().size(), packed.states());
    assertEquals(plain.transitions(), packed.transitions());
    Searched<?> found = MachineClaimsTest.search(name, Set.of(), Reductions.NONE);
    assertEquals(plain.brokenAfter(), found.isBroken() ? found.found().trace().size() : -1);
  }

  /** That the page tables stand in memory, and are written at other times, changes no verdict. */
  @ParameterizedTest
  @ValueSource(strings = {"sgx/mapping-cannot-lie", "sgx/outside-cannot-read", "sgx/clean-exit"})
  void pageTablesInMemoryGiveTheVerdictsOfThoseChosenAtEachWalk(String name) {
    Function<World, Property<Action>> predicate =
        SgxScenarios.named(name).orElseThrow().run().predicate();
    List<Guard> guards = new ArrayList<>(List.of(AccessGates.values()));
    guards.addAll(
        List.of(
            SgxChoices.ABORT_PAGE,
            SgxChoices.TLB_FLUSHED_ON_ENTRY,
            SgxChoices.TLB_FLUSHED_ON_EXIT));
    int broken = 0;
    for (Guard guard : guards) {
      boolean chosen = isBroken(small(false), predicate, guard);
      assertEquals(chosen, isBroken(small(true), predicate, guard), guard.id());
      broken += chosen ? 1 : 0;
    }
    assertTrue(broken > 0 && broken < guards.size(), broken + " broken");
  }

  private static boolean isBroken(
      World world, Function<World, Property<Action>> predicate, Guard away) {
    Set<Power> may =
        EnumSet.of(
            Power.PTE,
            Power.EENTER,
            Power.EEXIT,
            Power.ENCLAVE_READ,
            Power.ENCLAVE_FETCH,
            Power.ENCLAVE_WRITE,
            Power.HOST_READ);
    Powers powers =
        new Powers(
            may, List.of(0x10000L, 0x11000L, Powers.OUTSIDE), world.allFrames(), List.of("s"));
    SgxMachine machine = new SgxMachine(world, powers, Guards.all().without(List.of(away)));
    Exploration<Action> found =
        Explorer.explore(
            machine, predicate.apply(world), null, Reductions.ALL, Limits.depth(Integer.MAX_VALUE));
    return found.trace() != null;
  }

  /** One processor, one enclave with two pages of data, one thread. */
  private static World small(boolean tables) {
    Enclave enclave =
        SgxScenarios.named("sgx/dma-and-prm").orElseThrow().world().enclaves().getFirst();
    return new World(1, 5, 1, 0, 0, 0, List.of(enclave), false, tables, List.of(), false);
  }
}
