package watertight.checker.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import watertight.checker.agree.AgreeEngine;
import watertight.checker.alloy.AlloyEngine;
import watertight.checker.fuzz.FuzzEngine;
import watertight.checker.search.ExploreEngine;
import watertight.checker.smt.SmtEngine;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;

/** The engines of this version. */
final class Engines {
  private Engines() {}

  /** All that there are, in the order of their names in reports. */
  static List<Engine> all() {
    return List.of(
        new ExploreEngine(),
        new FuzzEngine(),
        new AlloyEngine(),
        new SmtEngine(),
        new AgreeEngine());
  }

  /**
   * Those to ask: all that there are, or those that were asked for by name, of this version or not.
   */
  static List<Engine> asked(Set<EngineId> only, Set<EngineId> required) {
    List<Engine> present =
        all().stream().filter(engine -> only.isEmpty() || only.contains(engine.id())).toList();
    Stream<Engine> needed =
        Stream.concat(only.stream(), required.stream())
            .distinct()
            .filter(id -> present.stream().noneMatch(engine -> engine.id() == id))
            .map(Engines::named);
    return Stream.concat(present.stream(), needed).toList();
  }

  private static Engine named(EngineId id) {
    return all().stream()
        .filter(engine -> engine.id() == id)
        .findFirst()
        .orElseGet(() -> new Missing(id));
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
