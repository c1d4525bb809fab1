package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watertight.checker.trace.Replayed;
import watertight.model.Guard;
import watertight.model.linux.namespace.NamespaceChoices;
import watertight.model.linux.namespace.NamespaceGates;

class NamespaceStoryTest {
  private static final AlloySpec SPEC = AlloyLibrary.onClassPath("namespace").load("namespace");
  private static final Duration TIME = Duration.ofMinutes(5);

  @Test
  void aNameSetForAllIsPlayedInTheModel() {
    Guard guard = NamespaceChoices.HOSTNAME_PER_NAMESPACE;
    Counterexample found = found("own_hostname", guard);
    Replayed.Reached reached =
        assertInstanceOf(
            Replayed.Reached.class,
            NamespaceStory.replay("uts/own-hostname", found, Set.of(guard)));
    assertEquals(2, reached.trace().steps().size());
  }

  @Test
  void aModelWithTheGuardDiffers() {
    Counterexample found = found("own_hostname", NamespaceChoices.HOSTNAME_PER_NAMESPACE);
    assertInstanceOf(
        Replayed.Differs.class, NamespaceStory.replay("uts/own-hostname", found, Set.of()));
  }

  @Test
  void aCallThatTheModelRefusesDiffers() {
    Guard guard = NamespaceGates.HOSTNAME_NEEDS_CAPABILITY;
    Counterexample found = found("own_hostname", guard);
    assertInstanceOf(
        Replayed.Differs.class, NamespaceStory.replay("uts/own-hostname", found, Set.of()));
  }

  private static Counterexample found(String predicate, Guard guard) {
    List<String> away = List.of(AlloyNames.signature(guard.id()));
    return SPEC.check(predicate, away, TIME).instance().orElseThrow();
  }
}
