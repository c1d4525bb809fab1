package watertight.checker.search;

import java.util.Set;
import watertight.checker.text.Heading;
import watertight.checker.text.ScenarioParser;
import watertight.checker.text.Source;
import watertight.checker.text.charge.ChargeLitmus;
import watertight.checker.text.charge.ChargeSituationParser;
import watertight.checker.text.hostcall.HostcallLitmus;
import watertight.checker.text.hostcall.HostcallScenarioParser;
import watertight.model.Guard;
import watertight.model.linux.scenario.Scenario;

/** Reads scenario files, whatever their machine. */
public final class Situations {
  private Situations() {}

  /**
   * The situation of a file with these guards away beside its own.
   *
   * @throws watertight.checker.text.InputError when it is no scenario
   */
  public static Situation read(Source source, String scope, Set<Guard> without) {
    if (isCharge(source)) {
      return WorkloadSituation.of(ChargeSituationParser.parse(source), without);
    }
    if (isHostcall(source)) {
      return HostSituation.of(HostcallScenarioParser.parse(source), without);
    }
    Scenario scenario = ScenarioParser.parse(source, Scenarios.guards()).scenario();
    return LinuxSituation.of(scenario, Scenarios.scope(scenario, scope), without);
  }

  /**
   * The state space of a file.
   *
   * @throws watertight.checker.text.InputError when it is no scenario
   */
  public static Space space(Source source) {
    if (isHostcall(source)) {
      return new HostcallSpace(HostcallScenarioParser.parse(source));
    }
    return isCharge(source)
        ? new WorkloadSpace(ChargeSituationParser.parse(source).workload())
        : new ScenarioSpace(ScenarioParser.parse(source, Scenarios.guards()).scenario());
  }

  private static boolean isHostcall(Source source) {
    return Heading.isFor(source, HostcallLitmus.MACHINE);
  }

  private static boolean isCharge(Source source) {
    return Heading.isFor(source, ChargeLitmus.MACHINE);
  }
}
