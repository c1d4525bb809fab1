package watertight.checker.search;

import java.util.Map;
import java.util.Set;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Limits;
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

/** Visits a whole state space, whatever goal the scenario has. */
public final class StateSpace {
  /** The parts of a scope that can be set. */
  public static final Set<String> PARTS =
      Set.of("inodes", "fds", "mounts", "tasks", "components", "depth");

  private static final Property.OfStates<Move> ALWAYS = cells -> true;

  private StateSpace() {}

  /** The scope with some of its parts set. */
  public static Scope with(Scope scope, Map<String, Integer> set) {
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
  public static Settings with(Settings settings, Map<String, Integer> set) {
    Settings changed = settings;
    for (Map.Entry<String, Integer> one : set.entrySet()) {
      if (Settings.NAMES.contains(one.getKey())) {
        changed = changed.with(one.getKey(), one.getValue());
      }
    }
    return changed;
  }

  /** Visits every state. */
  public static Exploration<Move> visit(
      Scenario scenario, Scope scope, Settings settings, Reductions reductions, Progress progress) {
    ScenarioMachine machine = new ScenarioMachine(scenario, scope, Rules.LINUX.with(settings));
    SearchProgress watcher = new SearchProgress();
    progress.show(watcher::text);
    long bytes = Runtime.getRuntime().maxMemory() / 2;
    Limits limits = Limits.depth(scope.depth()).within(bytes).watchedBy(watcher::see);
    return Explorer.explore(machine, ALWAYS, LinuxClaims.property(machine), reductions, limits);
  }
}
