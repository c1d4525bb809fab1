package watertight.checker.search;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Progress;
import watertight.model.Property;
import watertight.model.linux.Rules;
import watertight.model.linux.Settings;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.scenario.Scope.Components;

/**
 * The state space of a scenario, whatever goal it has.
 *
 * @param scenario the scenario
 */
public record ScenarioSpace(Scenario scenario) implements Space {
  private static final Set<String> SCOPE =
      Set.of("inodes", "fds", "mounts", "tasks", "components", "depth");
  private static final int MOST = 999_999;

  private static final Property.OfStates<Move> ALWAYS = cells -> true;

  @Override
  public Map<String, Part> parts() {
    Map<String, Part> parts = new TreeMap<>();
    SCOPE.forEach(name -> parts.put(name, new Part(0, MOST)));
    Settings.NAMES.forEach(name -> parts.put(name, new Part(0, MOST)));
    return parts;
  }

  /** The scope with some of its parts set. */
  private static Scope with(Scope scope, Map<String, Integer> set) {
    return new Scope(
        scope.name(),
        set.getOrDefault("inodes", scope.inodes()),
        set.getOrDefault("fds", scope.fds()),
        set.getOrDefault("mounts", scope.mounts()),
        set.getOrDefault("tasks", scope.tasks()),
        components(scope.components(), set),
        set.getOrDefault("depth", scope.depth()));
  }

  private static Components components(Components components, Map<String, Integer> set) {
    return new Components(set.getOrDefault("components", components.usual()), components.own());
  }

  /** The limits and sysctls with some of them set. */
  private static Settings with(Settings settings, Map<String, Integer> set) {
    Settings changed = settings;
    for (Map.Entry<String, Integer> one : set.entrySet()) {
      if (Settings.NAMES.contains(one.getKey())) {
        changed = changed.with(one.getKey(), one.getValue());
      }
    }
    return changed;
  }

  @Override
  public Exploration<Move> visit(
      Map<String, Integer> set, Reductions reductions, Progress progress) {
    Scope scope = with(Scenarios.scope(scenario, "default"), set);
    Settings settings = with(Settings.LINUX_6_18, set);
    ScenarioMachine machine = new ScenarioMachine(scenario, scope, Rules.LINUX.with(settings));
    return Explorer.explore(
        machine,
        ALWAYS,
        LinuxClaims.property(machine),
        reductions,
        Space.limits(scope.depth(), progress));
  }
}
