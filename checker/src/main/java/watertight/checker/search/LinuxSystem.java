package watertight.checker.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.Rules;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;

/** The Linux world: calls of tasks on files, mounts, credentials. */
final class LinuxSystem implements ClaimSystem {
  @Override
  public List<Claim> claims() {
    return LinuxClaims.all();
  }

  @Override
  public List<Guard> guards() {
    return LinuxGuards.removable();
  }

  @Override
  public Map<String, List<Guard>> variants() {
    return LinuxClaims.variants();
  }

  @Override
  public String title(String scenario) {
    return Scenarios.named(scenario).title();
  }

  @Override
  public Map<String, String> scopes(String scenario) {
    Map<String, String> scopes = new LinkedHashMap<>();
    Scenarios.named(scenario).scopes().forEach((name, scope) -> scopes.put(name, scope.toString()));
    return scopes;
  }

  @Override
  public Question<?> question(String name, String scopeName, Set<Guard> without) {
    Scenario scenario = Scenarios.named(name);
    Scope scope = Scenarios.scope(scenario, scopeName);
    Rules rules = Rules.LINUX.with(Guards.all().without(without));
    return new LinuxQuestion(new ScenarioMachine(scenario, scope, rules), scope);
  }

  @Override
  public Space space(String scenario) {
    return new ScenarioSpace(Scenarios.named(scenario));
  }
}
