package watertight.checker.text;

import watertight.model.linux.scenario.Scenario;

/**
 * A scenario, and where it stands.
 *
 * @param file the file's name, as it was given
 * @param scenario the scenario
 */
public record ScenarioFile(String file, Scenario scenario) {}
