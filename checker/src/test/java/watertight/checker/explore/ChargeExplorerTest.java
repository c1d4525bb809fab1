package watertight.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.ChargeProperties;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;

class ChargeExplorerTest {
  private static final Reductions SYMMETRY = new Reductions(true, false, false);

  private static Exploration<Task> explore(
      Workload workload, Guards guards, Reductions reductions) {
    return Explorer.explore(
        new ChargeMachine(workload, guards),
        ChargeProperties.boundedAndCovered(workload),
        null,
        reductions,
        Limits.depth(Integer.MAX_VALUE));
  }

  /** The counts of Spin and TLC for the same atomic steps. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 1, 204", "3, 3, 1, 5084", "4, 3, 1, 158412",
    "2, 2, 2, 280", "3, 2, 2, 4734", "4, 2, 2, 90605"
  })
  void asManyStatesAsInTheOtherDescriptions(int tasks, int rounds, int levels, long states) {
    Exploration<Task> seen =
        explore(Workload.rounds(tasks, rounds, levels), Guards.all(), Reductions.NONE);
    assertEquals(states, seen.states());
    assertNull(seen.trace());
    assertTrue(seen.isExhaustive());
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 1", "3, 1, 1", "2, 1, 2", "3, 1, 2", "2, 1, 3"})
  void allExplorersSeeTheSame(int tasks, int rounds, int levels) {
    Workload workload = Workload.rounds(tasks, rounds, levels);
    ChargeMachine machine = new ChargeMachine(workload, Guards.all());
    Property<Task> property = ChargeProperties.boundedAndCovered(workload);
    Limits limits = Limits.depth(Integer.MAX_VALUE);
    PlainExplorer.Seen plain =
        PlainExplorer.explore(machine, property, Integer.MAX_VALUE, state -> state);
    Exploration<Task> packed =
        new PackedSearch<>(machine, property, null, Reductions.NONE, limits, new Slots(64)).run();
    Exploration<Task> tree =
        new Search<>(machine, property, null, Reductions.NONE, limits, new Slots(64)).run();
    assertEquals(plain.states().size(), packed.states());
    assertEquals(plain.transitions(), packed.transitions());
    assertEquals(tree.states(), packed.states());
    assertEquals(tree.transitions(), packed.transitions());
    assertEquals(tree.unchanged(), packed.unchanged());
  }

  @Test
  void tasksThatChangePlacesAreOneState() {
    assertEquals(68_542, explore(Workload.rounds(5, 3, 1), Guards.all(), SYMMETRY).states());
  }

  @ParameterizedTest
  @EnumSource(ChargeGuards.class)
  void symmetryChangesNoVerdictAndNoLength(ChargeGuards away) {
    for (Workload workload : List.of(Workload.rounds(3, 2, 1), Workload.rounds(4, 1, 2))) {
      Guards guards = Guards.all().without(away);
      List<Task> plain = explore(workload, guards, Reductions.NONE).trace();
      List<Task> reduced = explore(workload, guards, SYMMETRY).trace();
      assertEquals(plain == null ? -1 : plain.size(), reduced == null ? -1 : reduced.size());
    }
  }

  @Test
  void loadCheckStoreOverchargesInSixSteps() {
    Workload workload = Workload.rounds(2, 1, 1);
    Guards guards = Guards.all().without(ChargeGuards.CHARGE_IS_ATOMIC_ADD);
    assertEquals(6, explore(workload, guards, Reductions.NONE).trace().size());
  }

  /** With symmetry tasks change places on the way; the trace is one of the real machine. */
  @ParameterizedTest
  @CsvSource({"3, 2, 1", "4, 1, 2", "5, 1, 2"})
  void theTraceOfReducedSearchIsARealRun(int tasks, int rounds, int levels) {
    Workload workload = Workload.rounds(tasks, rounds, levels);
    Guards guards = Guards.all().without(ChargeGuards.CHARGE_IS_ATOMIC_ADD);
    ChargeMachine machine = new ChargeMachine(workload, guards);
    Property.OfStates<Task> property = ChargeProperties.boundedAndCovered(workload);
    List<Task> trace = explore(workload, guards, SYMMETRY).trace();
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (Task task : trace) {
      assertTrue(property.holds(state));
      assertTrue(machine.step(task, state).taken());
    }
    assertFalse(property.holds(state));
  }

  @Test
  void depthEndsTheSearchOfPackedStatesToo() {
    Workload workload = Workload.rounds(3, 1, 2);
    ChargeMachine machine = new ChargeMachine(workload, Guards.all());
    Property<Task> property = ChargeProperties.boundedAndCovered(workload);
    Exploration<Task> seen =
        Explorer.explore(machine, property, null, Reductions.NONE, Limits.depth(4));
    assertEquals(Exploration.End.DEPTH, seen.end());
    assertEquals(
        PlainExplorer.explore(machine, property, 4, state -> state).states().size(), seen.states());
  }
}
