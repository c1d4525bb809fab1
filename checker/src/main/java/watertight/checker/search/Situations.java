package watertight.checker.search;

import java.util.Set;
import watertight.checker.text.Heading;
import watertight.checker.text.ScenarioParser;
import watertight.checker.text.Source;
import watertight.checker.text.charge.ChargeLitmus;
import watertight.checker.text.charge.ChargeSituationParser;
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
    Scenario scenario = ScenarioParser.parse(source, Scenarios.guards()).scenario();
    return LinuxSituation.of(scenario, Scenarios.scope(scenario, scope), without);
  }

  /**
   * The state space of a file.
   *
   * @throws watertight.checker.text.InputError when it is no scenario
   */
  public static Space space(Source source) {
    return isCharge(source)
        ? new WorkloadSpace(ChargeSituationParser.parse(source).workload())
        : new ScenarioSpace(ScenarioParser.parse(source, Scenarios.guards()).scenario());
  }

  private static boolean isCharge(Source source) {
    return Heading.isFor(source, ChargeLitmus.MACHINE);
  }
}
