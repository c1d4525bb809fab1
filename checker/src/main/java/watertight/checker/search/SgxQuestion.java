package watertight.checker.search;

import java.util.List;
import watertight.checker.explore.Exploration;
import watertight.checker.text.sgx.SgxSituation;
import watertight.checker.text.sgx.WorldText;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.SgxTrace;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.TwoRuns;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxScenario;
import watertight.model.enclave.sgx.claim.SgxScenarios;

/**
 * Whether what must hold holds in a situation of the SGX machine.
 *
 * @param subject the world, and what it is about
 * @param powers who may do what
 * @param property what must hold
 * @param witness what is broken as soon as the question is about something
 * @param depth the most steps
 * @param guards which guards are in force
 */
record SgxQuestion(
    SgxTrace.Subject subject,
    Powers powers,
    Property<Action> property,
    Property<Action> witness,
    int depth,
    Guards guards)
    implements Question<Action> {
  /** Whether a claim holds in one of its scenarios. */
  static Question<?> of(SgxScenario scenario, Guards guards) {
    return of(
        SgxTrace.Subject.of(scenario),
        scenario.powers(),
        scenario.judged(),
        Integer.MAX_VALUE,
        guards);
  }

  /** Whether the claim of somebody's own scenario can be broken. */
  static Question<?> of(SgxSituation situation, int depth, Guards guards) {
    return of(
        new SgxTrace.Subject(situation.title(), situation.claim(), situation.world()),
        situation.powers(),
        SgxScenarios.ofClaim(situation.claim()).judged(),
        depth,
        guards);
  }

  private static Question<?> of(
      SgxTrace.Subject subject,
      Powers powers,
      SgxScenario.Judged judged,
      int depth,
      Guards guards) {
    World world = subject.world();
    return switch (judged) {
      case SgxScenario.Judged.Run run ->
          new SgxQuestion(
              subject,
              powers,
              run.predicate().apply(world),
              run.precondition().apply(world),
              depth,
              guards);
      case SgxScenario.Judged.Pair pair ->
          new SgxPairQuestion(
              subject, new TwoRuns<>(pair.runs().of(world, powers, guards)), depth, guards);
    };
  }

  @Override
  public SgxMachine machine() {
    return new SgxMachine(subject.world(), powers, guards);
  }

  @Override
  public String bound(Exploration<Action> found) {
    return bound(subject.world(), found);
  }

  /** How far a search in a world went. */
  static String bound(World world, Exploration<?> found) {
    int depth = found.trace() == null ? found.depth() : found.trace().size();
    boolean all = found.end() == Exploration.End.COMPLETE;
    String end = all ? " (every state seen)" : ", to depth %d".formatted(depth);
    return "%s, %s, %s of EPC, %s kept, every mapping at each walk%s"
        .formatted(
            number(world.processors(), "processor"),
            number(world.enclaves().size(), "enclave"),
            number(world.epc(), "frame"),
            number(world.blobs(), "evicted page"),
            end);
  }

  /** Whether a trace is of this world without just these guards, and no longer than that. */
  static boolean covers(RenderedTrace trace, World world, Guards guards, int depth) {
    return trace.without().equals(guards.names())
        && trace.steps().size() <= depth
        && trace.world().equals(WorldText.lines(world));
  }

  private static String number(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  @Override
  public boolean covers(RenderedTrace trace) {
    return covers(trace, subject.world(), guards, depth);
  }

  @Override
  public RenderedTrace trace(String engine, List<Action> actions, boolean shortest) {
    return SgxTrace.build(engine, subject, guards, actions, shortest);
  }
}
