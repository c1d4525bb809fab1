package watertight.checker.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.sgx.SgxGuards;
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxClaims;
import watertight.model.enclave.sgx.claim.SgxScenario;
import watertight.model.enclave.sgx.claim.SgxScenarios;

/** Processors with SGX under an operating system that does anything. */
final class SgxSystem implements ClaimSystem {
  @Override
  public List<Claim> claims() {
    return SgxClaims.all();
  }

  @Override
  public List<Guard> guards() {
    return SgxGuards.removable();
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
    World world = named(scenario).world();
    return Map.of(
        "default",
        "processors %d, enclaves %d, every step"
            .formatted(world.processors(), world.enclaves().size()));
  }

  @Override
  public Question<?> question(String scenario, String scope, Set<Guard> without) {
    return SgxQuestion.of(named(scenario), Guards.all().without(without));
  }

  @Override
  public Space space(String scenario) {
    return new SgxSpace(SgxQuestion.of(named(scenario), Guards.all()).machine());
  }

  private static SgxScenario named(String name) {
    return SgxScenarios.named(name).orElseThrow();
  }
}
