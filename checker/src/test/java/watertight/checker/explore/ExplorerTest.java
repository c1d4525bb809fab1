package watertight.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.path.PathChoices;
import watertight.model.linux.path.PathGates;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.ScenarioMachine;

class ExplorerTest {
  private static final Property.OfStates<Move> ANYTHING = cells -> true;
  private static final Reductions ALIKE = new Reductions(false, true, false);

  static List<String> situations() {
    return Situations.all().toList();
  }

  private static int depth(String situation) {
    return situation.equals(Situations.SENDERS) ? 4 : 3;
  }

  private static Exploration<Move> explore(
      ScenarioMachine machine, Property<Move> property, Reductions reductions, int depth) {
    return Explorer.explore(machine, property, null, reductions, Limits.depth(depth));
  }

  private static PlainExplorer.Seen plain(ScenarioMachine machine, int depth) {
    return PlainExplorer.explore(machine, ANYTHING, depth, PlainExplorer::dropUnreachable);
  }

  @ParameterizedTest
  @MethodSource("situations")
  void withoutReductionsItSeesExactlyWhatTheNaiveExplorerSees(String situation) {
    ScenarioMachine machine = Situations.machine(situation);
    PlainExplorer.Seen naive = plain(machine, depth(situation));
    Exploration<Move> packed = explore(machine, ANYTHING, Reductions.NONE, depth(situation));
    assertTrue(naive.states().size() > 20, "the situation is about something");
    assertEquals(naive.states().size(), packed.states());
    assertEquals(naive.transitions(), packed.transitions());
  }

  @ParameterizedTest
  @MethodSource("situations")
  void argumentsThatDoTheSameStandForOneAnother(String situation) {
    ScenarioMachine machine = Situations.machine(situation);
    Exploration<Move> all = explore(machine, ANYTHING, Reductions.NONE, depth(situation));
    Exploration<Move> fewer = explore(machine, ANYTHING, ALIKE, depth(situation));
    assertEquals(all.states(), fewer.states());
    assertTrue(fewer.transitions() <= all.transitions());
  }

  @ParameterizedTest
  @MethodSource("situations")
  void symmetryKeepsOneStateOfThoseThatDifferInNumbers(String situation) {
    ScenarioMachine machine = Situations.machine(situation);
    PlainExplorer.Seen naive = plain(machine, depth(situation));
    long classes = naive.states().keySet().stream().map(Naming::canonical).distinct().count();
    Exploration<Move> packed = explore(machine, ANYTHING, Reductions.ALL, depth(situation));
    assertEquals(classes, packed.states());
  }

  @Test
  void shortestTracesAreAsShortWithReductionsAsWithout() {
    ScenarioMachine machine =
        Situations.specified(
            "chroot/moved-directory.mount-root", PathGates.PATH_MUST_STAY_CONNECTED);
    Property<Move> property = LinuxClaims.property(machine);
    Exploration<Move> none = explore(machine, property, Reductions.NONE, 3);
    Exploration<Move> all = explore(machine, property, Reductions.ALL, 3);
    assertEquals(3, none.trace().size());
    assertEquals(none.trace(), all.trace());
  }

  @Test
  void theTraceReplaysOnPlainCells() {
    ScenarioMachine machine = Situations.specified("chroot/confines-root");
    Property<Move> property = LinuxClaims.property(machine);
    Exploration<Move> found = explore(machine, property, Reductions.ALL, 8);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (Move move : found.trace()) {
      assertTrue(((Property.OfStates<Move>) property).holds(state));
      assertTrue(machine.step(move, state).taken());
    }
    assertTrue(!((Property.OfStates<Move>) property).holds(state));
  }

  @Test
  void aKnownBreakIsFoundAndAKnownHoldHolds() {
    ScenarioMachine broken =
        Situations.specified("chroot/dotdot-is-root", PathChoices.DOTDOT_STOPS_AT_ROOT);
    assertNotNull(explore(broken, LinuxClaims.property(broken), Reductions.ALL, 8).trace());
    ScenarioMachine holds = Situations.specified("chroot/dotdot-is-root");
    Exploration<Move> seen = explore(holds, LinuxClaims.property(holds), Reductions.ALL, 8);
    assertEquals(Exploration.End.COMPLETE, seen.end());
  }

  @Test
  void propertiesOfStepsAreJudgedOnStepsThatChangeNothingToo() {
    ScenarioMachine machine = Situations.specified("chroot/symlinks-end", PathGates.SYMLINK_LIMIT);
    Exploration<Move> found = explore(machine, LinuxClaims.property(machine), Reductions.ALL, 5);
    assertEquals(2, found.trace().size());
  }

  @Test
  void spentTimeEndsTheSearchAndSaysSo() {
    ScenarioMachine machine = Situations.machine(Situations.MOVERS);
    Limits limits = Limits.depth(9).until(System.nanoTime() - 1);
    Exploration<Move> seen = Explorer.explore(machine, ANYTHING, null, Reductions.ALL, limits);
    assertEquals(Exploration.End.TIME, seen.end());
  }

  @Test
  void spentMemoryEndsTheSearchAndSaysSo() {
    ScenarioMachine machine = Situations.machine(Situations.MOVERS);
    Limits limits = Limits.depth(9).within(1 << 19);
    Exploration<Move> seen = Explorer.explore(machine, ANYTHING, null, Reductions.ALL, limits);
    assertEquals(Exploration.End.MEMORY, seen.end());
  }

  @Test
  void boundsOnObjectsAreSaid() {
    ScenarioMachine machine = Situations.machine(Situations.MOVERS);
    Exploration<Move> seen = explore(machine, ANYTHING, Reductions.ALL, 4);
    assertTrue(seen.outOfScope().contains("inodes"), seen.outOfScope().toString());
  }
}
