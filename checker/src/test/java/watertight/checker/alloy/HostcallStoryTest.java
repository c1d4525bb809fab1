package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watertight.checker.trace.Replayed;
import watertight.model.enclave.hostcall.HostcallGuards;

class HostcallStoryTest {
  private static final String CLAIM = "iago/memory-apart";
  private static final AlloySpec SPEC = AlloyLibrary.onClassPath("hostcall").load("hostcall");
  private static final Duration TIME = Duration.ofMinutes(5);

  private static Counterexample found(HostcallGuards guard, String predicate) {
    List<String> away = List.of(AlloyNames.signature(guard.id()));
    return SPEC.check(predicate, away, TIME).instance().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(names = {"MAPPING_MISSES_ENCLAVE", "MAPPING_MISSES_LIVE", "MAPPING_AS_FIXED"})
  void aPageThatIsGivenWronglyIsPlayedInTheMachine(HostcallGuards guard) {
    Counterexample found = found(guard, "memory_apart");
    Replayed.Reached reached =
        assertInstanceOf(Replayed.Reached.class, HostcallStory.replay(CLAIM, found, Set.of(guard)));
    assertEquals(List.of(guard.id()), reached.trace().without());
    assertInstanceOf(Replayed.Differs.class, HostcallStory.replay(CLAIM, found, Set.of()));
  }

  /** Calls that do no harm: afterwards the enclave has the same in both. */
  @Test
  void whatIsGivenIsTheSameInBoth() {
    AlloyAnswer witness = SPEC.run("memory_apart_witness", TIME);
    Replayed.NotReached not =
        assertInstanceOf(
            Replayed.NotReached.class,
            HostcallStory.replay(CLAIM, witness.instance().orElseThrow(), Set.of()));
    assertEquals("use", not.trace().steps().getLast().call());
  }
}
