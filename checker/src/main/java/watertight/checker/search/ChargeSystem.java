package watertight.checker.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.claim.ChargeClaims;
import watertight.model.charge.claim.ChargeScenario;
import watertight.model.charge.claim.ChargeScenarios;

/** The charge race: page counters in atomic steps. */
final class ChargeSystem implements ClaimSystem {
  @Override
  public List<Claim> claims() {
    return ChargeClaims.all();
  }

  @Override
  public List<Guard> guards() {
    return List.of(ChargeGuards.values());
  }

  @Override
  public Map<String, List<Guard>> variants() {
    return ChargeClaims.variants();
  }

  @Override
  public String title(String scenario) {
    return named(scenario).title();
  }

  @Override
  public Map<String, String> scopes(String scenario) {
    int tasks = named(scenario).workload().tasks().size();
    return Map.of("default", tasks + " tasks, every interleaving");
  }

  @Override
  public Question<?> question(String scenario, String scope, Set<Guard> without) {
    return ChargeQuestion.of(named(scenario), Guards.all().without(without));
  }

  private static ChargeScenario named(String name) {
    return ChargeScenarios.named(name).orElseThrow();
  }

  @Override
  public Space space(String scenario) {
    return new WorkloadSpace(named(scenario).workload());
  }
}
