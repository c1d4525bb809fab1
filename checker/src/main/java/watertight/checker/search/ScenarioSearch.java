package watertight.checker.search;

import java.util.Collection;
import java.util.Optional;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Reductions;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;

/**
 * One search of a scenario of the Linux world, done.
 *
 * @param machine the scenario as a machine
 * @param searched what came of it
 */
public record ScenarioSearch(ScenarioMachine machine, Searched<Move> searched) {
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
    Question<Move> question = new LinuxQuestion(machine, scope);
    return new ScenarioSearch(machine, Searched.run(question, reductions, budget, progress));
  }

  /** What the search found. */
  public Exploration<Move> found() {
    return searched.found();
  }

  /** The trace to the goal. */
  public Optional<RenderedTrace> trace() {
    return searched.trace();
  }

  /** Whether there is a trace. */
  public boolean isBroken() {
    return searched.isBroken();
  }

  /** How far the search went, and which traces it would have met. */
  public Bound bound() {
    return searched.bound();
  }

  /** What the search says of the goal. */
  public Evidence evidence() {
    return searched.evidence();
  }
}
