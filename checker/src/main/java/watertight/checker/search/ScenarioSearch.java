package watertight.checker.search;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Limits;
import watertight.checker.explore.Reductions;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceBuilder;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.scenario.Scope.Components;

/**
 * One search of a scenario, done.
 *
 * @param machine the scenario as a machine
 * @param scope how far the search went at most
 * @param found what it found
 */
public record ScenarioSearch(ScenarioMachine machine, Scope scope, Exploration<Move> found) {
  /** The share of the memory that one search may use, where {@code threads} run at once. */
  private static final int SHARE = 3;

  /**
   * Searches for the shortest way to the goal.
   *
   * @param without the guards to take away beside those of the scenario
   */
  public static ScenarioSearch run(
      Scenario scenario,
      Scope scope,
      Collection<? extends Guard> without,
      Budget budget,
      Progress progress) {
    return run(scenario, scope, without, Reductions.ALL, budget, progress);
  }

  /** As above, with these reductions. */
  public static ScenarioSearch run(
      Scenario scenario,
      Scope scope,
      Collection<? extends Guard> without,
      Reductions reductions,
      Budget budget,
      Progress progress) {
    Rules rules = Rules.LINUX.with(Guards.all().without(without));
    ScenarioMachine machine = new ScenarioMachine(scenario, scope, rules);
    SearchProgress watcher = new SearchProgress();
    progress.show(watcher::text);
    Limits limits =
        Limits.depth(scope.depth())
            .until(budget.deadline())
            .within(Runtime.getRuntime().maxMemory() / SHARE)
            .watchedBy(watcher::see);
    return new ScenarioSearch(
        machine,
        scope,
        Explorer.explore(
            machine,
            LinuxClaims.property(machine),
            LinuxClaims.witness(machine),
            reductions,
            limits));
  }

  /** The trace to the goal. */
  public Optional<RenderedTrace> trace() {
    return Optional.ofNullable(found.trace())
        .map(moves -> TraceBuilder.build("explore", machine, moves, true));
  }

  /** Whether there is a trace. */
  public boolean isBroken() {
    return found.trace() != null;
  }

  /** How far the search went, and which traces it would have met. */
  public Bound bound() {
    return new Bound(text(), trace -> new WithinScope(machine, scope).covers(trace));
  }

  private String text() {
    String all = found.end() == Exploration.End.COMPLETE ? " (every state seen)" : "";
    return "≤ %s, %s, %s, %s, paths ≤ %s, depth %d%s"
        .formatted(
            number(scope.inodes(), "inode"),
            number(scope.fds(), "fd"),
            number(scope.mounts(), "mount"),
            number(scope.tasks(), "task"),
            paths(scope.components()),
            found.isExhaustive() || isBroken() ? scope.depth() : found.depth(),
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

  /** What the search says of the goal. */
  public Evidence evidence() {
    return verdict()
        .withBound(bound())
        .withCounts(found.actions(), found.states(), found.transitions(), true)
        .withSeconds(found.seconds());
  }

  private Evidence verdict() {
    if (isBroken()) {
      return Evidence.broken(EngineId.EXPLORE, bound(), trace().orElseThrow());
    }
    if (!found.isExhaustive()) {
      return Evidence.of(EngineId.EXPLORE, Verdict.INCONCLUSIVE, unfinished());
    }
    return found.witnessed()
        ? Evidence.holds(EngineId.EXPLORE, Strength.EXHAUSTIVE, bound())
        : Evidence.of(
            EngineId.EXPLORE,
            Verdict.VACUOUS,
            "what the claim speaks of never comes about within the bound");
  }

  /** Why the search did not come to its end. */
  public String unfinished() {
    String spent = found.end() == Exploration.End.MEMORY ? "memory" : "time";
    return "the %s was spent at depth %d, %,d states"
        .formatted(spent, found.depth(), found.states());
  }
}
