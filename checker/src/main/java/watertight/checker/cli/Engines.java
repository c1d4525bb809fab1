package watertight.checker.cli;

import java.util.List;
import java.util.Set;
import watertight.checker.agree.AgreeEngine;
import watertight.checker.alloy.AlloyEngine;
import watertight.checker.conform.KernelEngine;
import watertight.checker.fuzz.FuzzEngine;
import watertight.checker.fuzz.HostAnswerFuzz;
import watertight.checker.honest.HonestEngine;
import watertight.checker.kernel.ForkEngine;
import watertight.checker.kernel.LocalHostcalls;
import watertight.checker.search.ExploreEngine;
import watertight.checker.search.SharedSearches;
import watertight.checker.smt.SmtEngine;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.EngineParts;

/** The engines of this version. */
final class Engines {
  private Engines() {}

  /** All that there are, in the order of their names in reports. */
  static List<Engine> all() {
    SharedSearches searches = new SharedSearches();
    return List.of(
        new ExploreEngine(searches),
        new EngineParts(EngineId.FUZZ, List.of(new HostAnswerFuzz(), new FuzzEngine())),
        new AlloyEngine(),
        new SmtEngine(),
        new AgreeEngine(),
        new EngineParts(
            EngineId.KERNEL,
            List.of(
                new KernelEngine(Kernels::open, searches),
                new ForkEngine(),
                new HonestEngine(LocalHostcalls::open))));
  }

  /**
   * Those to ask: all that there are, or those that were asked for by name.
   *
   * @param without whether guards are taken away: no kernel can lose one, so that the kernel is
   *     then asked by name only, and differs
   */
  static List<Engine> asked(Set<EngineId> only, Set<EngineId> required, boolean without) {
    return all().stream().filter(engine -> isAsked(engine.id(), only, required, without)).toList();
  }

  private static boolean isAsked(
      EngineId id, Set<EngineId> only, Set<EngineId> required, boolean without) {
    boolean byDefault = only.isEmpty() && !(without && id == EngineId.KERNEL);
    return byDefault || only.contains(id) || required.contains(id);
  }
}
