package watertight.checker.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.Scope;

/**
 * Somebody's own situation: a scenario with guards taken away, and the question which guards
 * decide.
 *
 * @param scenario the scenario
 * @param scope how far to look
 * @param without the guards to take away beside those of the scenario
 */
public record Situation(Scenario scenario, Scope scope, Set<Guard> without) {
  private static final int MOST = 2;

  /** The search for the goal. */
  public ScenarioSearch search(Budget budget, Progress progress) {
    return ScenarioSearch.run(scenario, scope, without, budget, progress);
  }

  /** The smallest sets of guards that are away and, put back, leave no way to the goal. */
  public GuardSets stoppedBy(Budget budget, Progress progress) {
    Set<Guard> away = new LinkedHashSet<>(without);
    away.addAll(scenario.without());
    return GuardSets.smallest(
        away,
        Math.min(MOST, away.size()),
        back -> {
          Set<Guard> less = new LinkedHashSet<>(away);
          less.removeAll(back);
          ScenarioSearch search = with(less, budget, progress);
          return !search.isBroken() && search.found().isExhaustive();
        },
        budget);
  }

  /**
   * The smallest sets of guards without which the goal is reached: of the choices, and of the gates
   * that refused something in {@code search} or would, were one of the choices made differently.
   */
  public GuardSets breaksWithout(ScenarioSearch search, Budget budget, Progress progress) {
    return GuardSets.smallest(
        candidates(search, budget, progress),
        MOST,
        away -> also(away, budget, progress).isBroken(),
        budget);
  }

  private List<Guard> candidates(ScenarioSearch search, Budget budget, Progress progress) {
    Set<Guard> choices = new LinkedHashSet<>(LinuxGuards.choices());
    choices.removeIf(choice -> !search.machine().rules().has(choice));
    Set<Guard> candidates = new LinkedHashSet<>(choices);
    candidates.addAll(search.found().refusedBy());
    for (Guard choice : choices) {
      candidates.addAll(also(Set.of(choice), budget, progress).found().refusedBy());
    }
    return LinuxGuards.removable().stream().filter(candidates::contains).toList();
  }

  /** The search with these guards away too. */
  private ScenarioSearch also(Set<Guard> away, Budget budget, Progress progress) {
    Set<Guard> more = new LinkedHashSet<>(without);
    more.addAll(scenario.without());
    more.addAll(away);
    return with(more, budget, progress);
  }

  /** The search with exactly these guards away. */
  private ScenarioSearch with(Set<Guard> away, Budget budget, Progress progress) {
    Scenario bare =
        new Scenario(
            scenario.title(),
            scenario.claim(),
            scenario.world(),
            scenario.parties(),
            scenario.goal(),
            Set.of(),
            scenario.scopes());
    return ScenarioSearch.run(bare, scope, away, budget, progress);
  }
}
