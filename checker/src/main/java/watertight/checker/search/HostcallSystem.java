package watertight.checker.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.text.hostcall.HostcallScenarioParser;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.claim.IagoClaims;

/** Answers of a hostile host to the calls of an enclave. */
final class HostcallSystem implements ClaimSystem {
  private static final Map<String, HostcallScenario> READ = new ConcurrentHashMap<>();

  @Override
  public List<Claim> claims() {
    return IagoClaims.all();
  }

  @Override
  public List<Guard> guards() {
    return List.of(HostcallGuards.values());
  }

  @Override
  public Map<String, List<Guard>> variants() {
    return Map.of();
  }

  @Override
  public String title(String scenario) {
    return named(scenario).title();
  }

  @Override
  public Map<String, String> scopes(String scenario) {
    int bits = named(scenario).situation().picture().words().bits();
    return Map.of("default", "words of %d bits".formatted(bits));
  }

  @Override
  public Question<?> question(String scenario, String scope, Set<Guard> without) {
    return question(named(scenario), without);
  }

  /** The question of a scenario with these guards away beside its own. */
  static HostcallQuestion question(HostcallScenario scenario, Set<Guard> without) {
    Set<Guard> away = new LinkedHashSet<>(without);
    away.addAll(scenario.without());
    return new HostcallQuestion(scenario, Guards.all().without(away));
  }

  private static HostcallScenario named(String name) {
    return READ.computeIfAbsent(name, one -> HostcallScenarioParser.parse(Scenarios.source(one)));
  }

  @Override
  public Space space(String scenario) {
    return new HostcallSpace(named(scenario));
  }
}
