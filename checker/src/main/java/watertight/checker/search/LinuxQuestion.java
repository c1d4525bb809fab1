package watertight.checker.search;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watertight.checker.explore.Exploration;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceBuilder;
import watertight.model.Property;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.scenario.Scope.Components;

/**
 * Whether the goal of a scenario of the Linux world is reached.
 *
 * @param machine the scenario as a machine
 * @param scope how far to look at most
 */
record LinuxQuestion(ScenarioMachine machine, Scope scope) implements Question<Move> {
  @Override
  public Property<Move> property() {
    return LinuxClaims.property(machine);
  }

  @Override
  public Property<Move> witness() {
    return LinuxClaims.witness(machine);
  }

  @Override
  public int depth() {
    return scope.depth();
  }

  @Override
  public boolean covers(RenderedTrace trace) {
    return new WithinScope(machine, scope).covers(trace);
  }

  @Override
  public RenderedTrace trace(String engine, List<Move> actions, boolean shortest) {
    return TraceBuilder.build(engine, machine, actions, shortest);
  }

  @Override
  public String bound(Exploration<Move> found) {
    String all = found.end() == Exploration.End.COMPLETE ? " (every state seen)" : "";
    return "≤ %s, %s, %s, %s, paths ≤ %s, depth %d%s"
        .formatted(
            number(scope.inodes(), "inode"),
            number(scope.fds(), "fd"),
            number(scope.mounts(), "mount"),
            number(scope.tasks(), "task"),
            paths(scope.components()),
            found.isExhaustive() || found.trace() != null ? scope.depth() : found.depth(),
            all);
  }

  private static String number(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static String paths(Components components) {
    String usual = number(components.usual(), "component");
    String own =
        new TreeMap<>(components.own())
            .entrySet().stream()
                .map(call -> call.getKey() + " " + call.getValue())
                .collect(Collectors.joining(", "));
    return own.isEmpty() ? usual : usual + " (" + own + ")";
  }
}
