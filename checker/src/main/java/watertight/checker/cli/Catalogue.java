package watertight.checker.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import watertight.checker.search.Systems;
import watertight.model.Claim;
import watertight.model.Guard;

/** What there is by name: systems, claims, guards, variants, scenarios. */
final class Catalogue {
  private Catalogue() {}

  /** The claims, in the order in which they are reported. */
  static List<Claim> claims() {
    return Systems.claims();
  }

  /** The guards that can be taken away, in the order of the mechanisms. */
  static List<Guard> guards() {
    return Systems.guards();
  }

  /** The guard with this name that can be taken away. */
  static Optional<Guard> guard(String name) {
    return guards().stream().filter(guard -> guard.id().equals(name)).findFirst();
  }

  /** The names of the guards that can be taken away. */
  static List<String> guardNames() {
    return guards().stream().map(Guard::id).toList();
  }

  /** The weaker designs, by name. */
  static Map<String, List<Guard>> variants() {
    return Systems.variants();
  }

  /** The systems that claims are about. */
  static List<String> systems() {
    return claims().stream().map(Claim::system).distinct().toList();
  }

  /** The scenarios that claims are searched in, each with the claims that name it. */
  static Map<String, Claim> scenarios() {
    Map<String, Claim> scenarios = new LinkedHashMap<>();
    for (Claim claim : claims()) {
      claim.checks().forEach(check -> scenarios.putIfAbsent(check.scenario(), claim));
    }
    return scenarios;
  }

  /** All names that claims can be asked for by. */
  static SortedSet<String> claimNames() {
    SortedSet<String> names = new TreeSet<>(systems());
    claims().forEach(claim -> names.add(claim.name()));
    return names;
  }
}
