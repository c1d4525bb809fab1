package watertight.checker.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.text.Heading;
import watertight.checker.text.ScenarioParser;
import watertight.checker.text.Source;
import watertight.checker.text.charge.ChargeLitmusParser;
import watertight.checker.text.charge.ChargeSituation;
import watertight.checker.text.charge.ChargeSituationParser;
import watertight.checker.text.hostcall.HostcallLitmusParser;
import watertight.checker.text.hostcall.HostcallScenarioParser;
import watertight.checker.text.sgx.SgxLitmusParser;
import watertight.checker.text.sgx.SgxSituation;
import watertight.checker.text.sgx.SgxSituationParser;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.scenario.Scenario;

/** Reads scenario files, whatever their machine. */
public final class Situations {
  /** How the scenarios of a machine of its own are read. */
  private sealed interface Reader {
    String machine();

    Situation situation(Source source, Set<Guard> without);

    Space space(Source source);
  }

  private record OfCharge() implements Reader {
    @Override
    public String machine() {
      return ChargeLitmusParser.MACHINE;
    }

    @Override
    public Situation situation(Source source, Set<Guard> without) {
      return WorkloadSituation.of(ChargeSituationParser.parse(source), without);
    }

    @Override
    public Space space(Source source) {
      ChargeSituation situation = ChargeSituationParser.parse(source);
      return new WorkloadSpace(situation.workload());
    }
  }

  private record OfSgx() implements Reader {
    @Override
    public String machine() {
      return SgxLitmusParser.MACHINE;
    }

    @Override
    public Situation situation(Source source, Set<Guard> without) {
      return EnclaveSituation.of(SgxSituationParser.parse(source), without);
    }

    @Override
    public Space space(Source source) {
      SgxSituation situation = SgxSituationParser.parse(source);
      return new SgxSpace(SgxQuestion.of(situation, Integer.MAX_VALUE, Guards.all()).machine());
    }
  }

  private record OfHostcall() implements Reader {
    @Override
    public String machine() {
      return HostcallLitmusParser.MACHINE;
    }

    @Override
    public Situation situation(Source source, Set<Guard> without) {
      return HostSituation.of(HostcallScenarioParser.parse(source), without);
    }

    @Override
    public Space space(Source source) {
      return new HostcallSpace(HostcallScenarioParser.parse(source));
    }
  }

  private static final List<Reader> READERS =
      List.of(new OfCharge(), new OfSgx(), new OfHostcall());

  private Situations() {}

  private static Optional<Reader> reader(Source source) {
    return READERS.stream().filter(one -> Heading.isFor(source, one.machine())).findFirst();
  }

  /**
   * The situation of a file with these guards away beside its own.
   *
   * @throws watertight.checker.text.InputError when it is no scenario
   */
  public static Situation read(Source source, String scope, Set<Guard> without) {
    Optional<Reader> reader = reader(source);
    if (reader.isPresent()) {
      return reader.get().situation(source, without);
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
    return reader(source)
        .map(reader -> reader.space(source))
        .orElseGet(
            () -> new ScenarioSpace(ScenarioParser.parse(source, Scenarios.guards()).scenario()));
  }
}
