package watertight.checker.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.explore.Reductions;
import watertight.checker.text.sgx.SgxSituation;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.sgx.SgxGuards;

/**
 * A situation of the SGX machine.
 *
 * @param situation the scenario
 * @param away the guards that are away, those of the scenario included
 */
public record EnclaveSituation(SgxSituation situation, Set<Guard> away) implements Situation {
  /** The scenario with these guards away beside its own. */
  public static EnclaveSituation of(SgxSituation situation, Set<Guard> without) {
    Set<Guard> away = new LinkedHashSet<>(without);
    away.addAll(situation.without());
    return new EnclaveSituation(situation, away);
  }

  @Override
  public Optional<String> claim() {
    return Optional.of(situation.claim());
  }

  @Override
  public List<Guard> guards() {
    return SgxGuards.removable();
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
    Question<?> question =
        SgxQuestion.of(situation, situation.depth(budget.scope()), Guards.all().without(away));
    return Searched.run(question, Reductions.ALL, budget, progress);
  }
}
