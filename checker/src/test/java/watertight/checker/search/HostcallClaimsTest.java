package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
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
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.claim.IagoClaims;

class HostcallClaimsTest {
  private static final Property.OfStates<Move> ANYTHING = cells -> true;

  static List<Claim.Check> smallest() {
    return checks().stream()
        .filter(check -> check.scenario().matches("iago/results-checked\\.(mmap|brk|read|pipe)"))
        .toList();
  }

  private static List<Claim.Check> checks() {
    return IagoClaims.all().stream().flatMap(claim -> claim.checks().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("smallest")
  void theNaiveExplorerCountsTheSame(Claim.Check check) {
    HostcallQuestion question =
        (HostcallQuestion) new HostcallSystem().question(check.scenario(), "default", Set.of());
    HostcallMachine machine = question.machine();
    PlainExplorer.Seen plain =
        PlainExplorer.explore(machine, question.property(), Integer.MAX_VALUE, state -> state);
    Exploration<Move> packed =
        Explorer.explore(machine, ANYTHING, null, Reductions.NONE, Limits.depth(Integer.MAX_VALUE));
    assertEquals(plain.states().size(), packed.states());
    assertEquals(plain.transitions(), packed.transitions());
  }

  @Test
  void everyGuardIsJustifiedByABreak() {
    Set<Guard> unused = new LinkedHashSet<>(List.of(HostcallGuards.values()));
    checks()
        .forEach(
            check ->
                check.twins().stream()
                    .filter(twin -> twin.away().size() == 1)
                    .forEach(twin -> unused.removeAll(twin.away())));
    assertEquals(Set.of(), unused);
  }

  @Test
  void everyScenarioIsOfTheClaimThatNamesIt() {
    for (Claim claim : IagoClaims.all()) {
      for (Claim.Check check : claim.checks()) {
        HostcallQuestion question =
            (HostcallQuestion) new HostcallSystem().question(check.scenario(), "default", Set.of());
        assertEquals(claim.name(), question.scenario().claim().orElseThrow());
      }
    }
  }

  /** The deck's malloc. */
  @Test
  void theTraceShowsWhatBecomesOfTheStack() {
    RenderedTrace trace =
        MachineClaimsTest.search("iago/unshielded.mmap", Set.of(), Reductions.ALL)
            .trace()
            .orElseThrow();
    assertEquals(
        List.of(
            "e mmap size=16 = asked", "h ret=0x70 = ok", "e check = accept", "e use = told 0x70"),
        trace.steps().stream()
            .map(step -> step.task() + " " + step.call() + " = " + step.result())
            .toList());
    assertEquals(
        List.of(new TraceStep.Change("stack", "intact", "written 0x70..0x80")),
        trace.steps().getLast().changed());
    assertEquals("an enclave byte outside the destination changes", trace.goal());
    assertEquals(Guards.all().without(HostcallGuards.ANSWERS_CHECKED).names(), trace.without());
  }
}
