package watertight.checker.cli;

import java.util.List;
import java.util.Set;
import watertight.checker.agree.AgreeEngine;
import watertight.checker.alloy.AlloyEngine;
import watertight.checker.fuzz.FuzzEngine;
import watertight.checker.kernel.ForkEngine;
import watertight.checker.search.ExploreEngine;
import watertight.checker.smt.SmtEngine;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.EngineParts;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;

/** The engines of this version. */
final class Engines {
  private Engines() {}

  private static final Engine FORKS = new ForkEngine();

  /** All that there are, in the order of their names in reports. */
  static List<Engine> all() {
    return List.of(
        new ExploreEngine(),
        new FuzzEngine(),
        new AlloyEngine(),
        new SmtEngine(),
        new AgreeEngine(),
        FORKS);
  }

  /**
   * Those to ask: all that there are, or those that were asked for by name, of this version or not.
   */
  static List<Engine> asked(Set<EngineId> only, Set<EngineId> required) {
    return all().stream()
        .filter(
            engine ->
                only.isEmpty() || only.contains(engine.id()) || required.contains(engine.id()))
        .map(engine -> engine == FORKS ? kernel(only, required) : engine)
        .toList();
  }

  /** Asked for by name, the kernel says of the other claims that it is not asked yet. */
  private static Engine kernel(Set<EngineId> only, Set<EngineId> required) {
    return only.contains(EngineId.KERNEL) || required.contains(EngineId.KERNEL)
        ? new EngineParts(EngineId.KERNEL, List.of(FORKS, new Missing(EngineId.KERNEL)))
        : FORKS;
  }

  /** An engine that comes with a later version; only the kernel has artefacts already. */
  private record Missing(EngineId id) implements Engine {
    @Override
    public boolean covers(String claim) {
      return id == EngineId.KERNEL;
    }

    @Override
    public Evidence check(ClaimRun run, Budget budget, Progress progress) {
      return covers(run.claim())
          ? Evidence.of(
              id,
              Verdict.NOT_RUN,
              "check does not ask the kernel yet; conform and run --on kernel do")
          : Evidence.notCovered(id);
    }
  }
}
