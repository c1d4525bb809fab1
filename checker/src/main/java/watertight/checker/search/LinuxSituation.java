package watertight.checker.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.Scope;

/**
 * A situation in the Linux world.
 *
 * @param scenario the scenario
 * @param scope how far to look
 * @param away the guards that are away, those of the scenario included
 */
public record LinuxSituation(Scenario scenario, Scope scope, Set<Guard> away) implements Situation {
  /** The scenario with these guards away beside its own. */
  public static LinuxSituation of(Scenario scenario, Scope scope, Set<Guard> without) {
    Set<Guard> away = new LinkedHashSet<>(without);
    away.addAll(scenario.without());
    return new LinuxSituation(scenario, scope, away);
  }

  @Override
  public Optional<String> claim() {
    return scenario.claim();
  }

  @Override
  public List<Guard> guards() {
    return LinuxGuards.removable();
  }

  /**
   * The choices, and the gates that refused something in the search or would, were one of the
   * choices made differently.
   */
  @Override
  public List<Guard> candidates(Searched<?> searched, Budget budget, Progress progress) {
    Set<Guard> choices = new LinkedHashSet<>(LinuxGuards.choices());
    choices.removeAll(away);
    Set<Guard> candidates = new LinkedHashSet<>(choices);
    candidates.addAll(searched.found().refusedBy());
    for (Guard choice : choices) {
      candidates.addAll(search(and(Set.of(choice)), budget, progress).found().refusedBy());
    }
    return LinuxGuards.removable().stream().filter(candidates::contains).toList();
  }

  @Override
  public Searched<?> search(Set<Guard> away, Budget budget, Progress progress) {
    Scenario bare =
        new Scenario(
            scenario.title(),
            scenario.claim(),
            scenario.world(),
            scenario.parties(),
            scenario.goal(),
            Set.of(),
            scenario.scopes());
    return ScenarioSearch.run(bare, scope, away, budget, progress).searched();
  }
}
