package watertight.checker.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watertight.model.Claim;
import watertight.model.Guard;

/** Every system that there are claims about: the one place that knows them all. */
public final class Systems {
  private static final ClaimSystem LINUX = new LinuxSystem();
  private static final List<ClaimSystem> ALL =
      List.of(LINUX, new ChargeSystem(), new SgxSystem(), new HostcallSystem());

  private Systems() {}

  /** All of them. */
  public static List<ClaimSystem> all() {
    return ALL;
  }

  /** Every claim. */
  public static List<Claim> claims() {
    return ALL.stream().flatMap(system -> system.claims().stream()).toList();
  }

  /** The claim with this name. */
  public static Optional<Claim> claim(String name) {
    return claims().stream().filter(claim -> claim.name().equals(name)).findFirst();
  }

  /** Every guard that can be taken away. */
  public static List<Guard> guards() {
    return ALL.stream().flatMap(system -> system.guards().stream()).toList();
  }

  /** The weaker designs, by name. */
  public static Map<String, List<Guard>> variants() {
    Map<String, List<Guard>> variants = new LinkedHashMap<>();
    ALL.forEach(system -> variants.putAll(system.variants()));
    return variants;
  }

  /** The system in which this scenario, of a claim or of a known escape, is looked at. */
  public static ClaimSystem withScenario(String scenario) {
    if (KnownEscapes.isScenario(scenario)) {
      return LINUX;
    }
    return ALL.stream()
        .filter(system -> scenarios(system).contains(scenario))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + scenario));
  }

  /** The scenarios in which a system's claims are looked at. */
  static List<String> scenarios(ClaimSystem system) {
    List<String> scenarios = new ArrayList<>();
    for (Claim claim : system.claims()) {
      claim.checks().forEach(check -> scenarios.add(check.scenario()));
    }
    return scenarios;
  }
}
