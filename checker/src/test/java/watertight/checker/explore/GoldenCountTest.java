package watertight.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.model.Claim;
import watertight.model.Property;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.ScenarioMachine;

/** For every claim's scenario both explorers count the same states, near the start. */
class GoldenCountTest {
  private static final Property.OfStates<Move> ANYTHING = cells -> true;

  static List<String> scenarios() {
    return LinuxClaims.all().stream()
        .flatMap(claim -> claim.checks().stream())
        .map(Claim.Check::scenario)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void bothExplorersCountTheSameStates(String scenario) {
    ScenarioMachine machine = Situations.specified(scenario);
    int depth = PlainExplorer.actions(machine).size() < 1000 ? 2 : 1;
    PlainExplorer.Seen naive =
        PlainExplorer.explore(machine, ANYTHING, depth, PlainExplorer::dropUnreachable);
    Exploration<Move> all =
        Explorer.explore(machine, ANYTHING, null, Reductions.NONE, Limits.depth(depth));
    Exploration<Move> fewer =
        Explorer.explore(machine, ANYTHING, null, Reductions.ALL, Limits.depth(depth));
    assertEquals(naive.states().size(), all.states());
    assertEquals(
        naive.states().keySet().stream().map(Naming::canonical).distinct().count(), fewer.states());
  }
}
