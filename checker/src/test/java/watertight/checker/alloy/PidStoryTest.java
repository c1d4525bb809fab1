package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.search.Systems;
import watertight.checker.trace.Replayed;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.linux.process.ProcessChoices;

class PidStoryTest {
  private static final AlloySpec SPEC = AlloyLibrary.onClassPath("pid").load("pid");
  private static final Duration TIME = Duration.ofMinutes(5);

  /** Each recorded break of a claim that this specification has. */
  static Stream<Arguments> breaks() {
    return Systems.claims().stream()
        .filter(claim -> AlloyNames.module(claim.name()).equals("pid"))
        .flatMap(PidStoryTest::breaks);
  }

  private static Stream<Arguments> breaks(Claim claim) {
    return claim.twins().stream()
        .map(Claim.Twin::away)
        .filter(away -> away.stream().allMatch(g -> SPEC.knows(AlloyNames.signature(g.id()))))
        .distinct()
        .map(away -> Arguments.of(claim.name(), away));
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("breaks")
  void aCounterexampleIsPlayedInTheModel(String claim, Set<Guard> away) throws Inexpressible {
    Replayed played = PidStory.replay(claim, found(claim, away), Set.copyOf(away));
    assertInstanceOf(Replayed.Reached.class, played, played::toString);
  }

  @Test
  void aModelWithTheGuardDiffers() throws Inexpressible {
    String claim = "pid/no-signal-outward";
    Guard guard = ProcessChoices.PID_LOOKUP_IN_OWN_NAMESPACE;
    assertInstanceOf(
        Replayed.Differs.class, PidStory.replay(claim, found(claim, Set.of(guard)), Set.of()));
  }

  private static Counterexample found(String claim, Set<Guard> away) {
    List<String> signatures =
        away.stream().map(g -> AlloyNames.signature(g.id())).sorted().toList();
    return SPEC.check(AlloyNames.predicate(claim), signatures, TIME).instance().orElseThrow();
  }
}
