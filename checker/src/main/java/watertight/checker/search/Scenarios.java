package watertight.checker.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import watertight.checker.text.GuardNames;
import watertight.checker.text.ScenarioParser;
import watertight.checker.text.Source;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.Scope;

/** The scenarios of the specification, by name. */
public final class Scenarios {
  private Scenarios() {}

  /** The guards that scenarios and litmus files may take away. */
  public static GuardNames guards() {
    return GuardNames.of(LinuxGuards.all());
  }

  /** The scenario {@code specs/scenarios/NAME.scenario}. */
  public static Scenario named(String name) {
    return ScenarioParser.parse(source(name), guards()).scenario();
  }

  /** The text of {@code specs/scenarios/NAME.scenario}. */
  static Source source(String name) {
    String file = "specs/scenarios/" + name + ".scenario";
    try (InputStream in = Scenarios.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return Source.of(file, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scope of this name, or the default where the scenario does not tell them apart. */
  public static Scope scope(Scenario scenario, String name) {
    Scope usual = scenario.scopes().get("default");
    return scenario.scopes().getOrDefault(name, usual);
  }
}
