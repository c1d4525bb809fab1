package watertight.checker.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.explore.Reductions;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.HostcallGuards;

/**
 * A situation of the host-call machine.
 *
 * @param scenario the scenario
 * @param away the guards that are away, those of the scenario included
 */
public record HostSituation(HostcallScenario scenario, Set<Guard> away) implements Situation {
  /** The scenario with these guards away beside its own. */
  public static HostSituation of(HostcallScenario scenario, Set<Guard> without) {
    Set<Guard> away = new LinkedHashSet<>(without);
    away.addAll(scenario.without());
    return new HostSituation(scenario, away);
  }

  @Override
  public Optional<String> claim() {
    return scenario.claim();
  }

  @Override
  public List<Guard> guards() {
    return List.of(HostcallGuards.values());
  }

  /** Every guard of the machine that is in force. */
  @Override
  public List<Guard> candidates(Searched<?> searched, Budget budget, Progress progress) {
    List<Guard> candidates = new ArrayList<>(guards());
    candidates.removeAll(away);
    return candidates;
  }

  @Override
  public Searched<?> search(Set<Guard> away, Budget budget, Progress progress) {
    HostcallQuestion question = new HostcallQuestion(scenario, Guards.all().without(away));
    return Searched.run(question, Reductions.ALL, budget, progress);
  }
}
