package watertight.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import watertight.model.Cells;
import watertight.model.Family;
import watertight.model.Footprint;
import watertight.model.Guards;
import watertight.model.Machine;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.Program;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeProperties;

class ChargeExplorerTest {
  private static final Group ROOT = new Group(0);
  private static final Reductions SYMMETRY = new Reductions(true, false, false);
  private static final Reductions ORDERS = new Reductions(false, false, true);

  /** Two that lower the limit of the group that a third charges. */
  private static final Workload SETTERS =
      new Workload(
          Controller.MEMORY,
          new Groups(List.of(new Groups.Place(null, 2))),
          List.of(
              Program.of(ROOT, new Job.Charge(1), new Job.Charge(1)),
              Program.of(ROOT, new Job.SetLimit(ROOT, 1)),
              Program.of(ROOT, new Job.SetLimit(ROOT, 0))));

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

  /**
   * Tasks of the host that fork once each, each fork one step: the first so many that move have a
   * process, whoever they are. Sum over j movers of C(n, j) · C(j, min(j, numbers)).
   */
  @ParameterizedTest
  @CsvSource({"3, 3, 8", "4, 2, 29", "5, 3, 56"})
  void processNumbersGoToWhoComesFirst(int tasks, int numbers, long states) {
    Groups groups = new Groups(List.of(new Groups.Place(null, Groups.UNLIMITED)));
    List<Program> programs = Collections.nCopies(tasks, Program.of(ROOT, new Job.Charge(1)));
    Workload workload = new Workload(Controller.PIDS, groups, programs, OptionalInt.of(numbers));
    ChargeMachine machine = new ChargeMachine(workload, Guards.all());
    Property.OfStates<Task> anything = cells -> true;
    Limits limits = Limits.depth(Integer.MAX_VALUE);
    assertEquals(
        states, Explorer.explore(machine, anything, null, Reductions.NONE, limits).states());
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
    assertEquals(622_943, explore(Workload.rounds(5, 2, 2), Guards.all(), SYMMETRY).states());
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
    Exploration<Task> seen = Explorer.explore(machine, property, null, ORDERS, Limits.depth(4));
    assertEquals(Exploration.End.DEPTH, seen.end());
    assertEquals(
        PlainExplorer.explore(machine, property, 4, state -> state).states().size(), seen.states());
  }

  @ParameterizedTest
  @EnumSource(ChargeGuards.class)
  void ordersOfStepsChangeNoVerdictAndNoPrintedTrace(ChargeGuards away) {
    for (Workload workload : List.of(Workload.rounds(3, 2, 1), Workload.rounds(3, 1, 2), SETTERS)) {
      Guards guards = Guards.all().without(away);
      List<Task> full = explore(workload, guards, Reductions.NONE).trace();
      assertEquals(full, explore(workload, guards, ORDERS).trace());
      List<Task> all = explore(workload, guards, Reductions.ALL).trace();
      assertEquals(full == null ? -1 : full.size(), all == null ? -1 : all.size());
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 1", "4, 2, 2"})
  void oneOrderOfStepsStandsForManyStates(int tasks, int rounds, int levels) {
    Workload workload = Workload.rounds(tasks, rounds, levels);
    long full = explore(workload, Guards.all(), Reductions.NONE).states();
    long fewer = explore(workload, Guards.all(), ORDERS).states();
    assertTrue(fewer < full * 4 / 5, fewer + " of " + full);
    long symmetric = explore(workload, Guards.all(), SYMMETRY).states();
    assertTrue(explore(workload, Guards.all(), Reductions.ALL).states() < symmetric * 4 / 5);
  }

  /** Every state in which a task has come to its end is reached in the reduced search too. */
  @Test
  void noPartyIsLeftOutForEver() {
    Workload workload = Workload.rounds(3, 1, 2);
    for (Task task : workload.tasks()) {
      Property.OfStates<Task> neverEnds =
          cells -> cells.get(new TaskCell(task)).job() < workload.program(task).jobs().size();
      ChargeMachine machine = new ChargeMachine(workload, Guards.all());
      Limits limits = Limits.depth(Integer.MAX_VALUE);
      assertTrue(Explorer.explore(machine, neverEnds, null, ORDERS, limits).trace() != null);
    }
  }

  @Test
  void aStepOutsideItsPartysFootprintIsAFault() {
    ChargeMachine honest = new ChargeMachine(Workload.rounds(2, 1, 1), Guards.all());
    Property.OfStates<Task> anything = cells -> true;
    Limits limits = Limits.depth(Integer.MAX_VALUE);
    assertThrows(
        IllegalStateException.class,
        () -> Explorer.explore(new Lying(honest), anything, null, ORDERS, limits));
  }

  /** Says that no party touches anything. */
  private record Lying(ChargeMachine honest) implements Machine<Task> {
    @Override
    public void start(Cells cells) {
      honest.start(cells);
    }

    @Override
    public List<Family<Task>> families() {
      return honest.families();
    }

    @Override
    public Result step(Task task, Cells cells) {
      return honest.step(task, cells);
    }

    @Override
    public Optional<Footprint> footprint(Family<Task> family) {
      return Optional.of(new Footprint(Set.of(), Set.of()));
    }
  }
}
