package watertight.checker.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import watertight.checker.text.GuardNames;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.linux.credential.CredGates;
import watertight.model.linux.mount.MountGates;
import watertight.model.linux.path.NameGates;
import watertight.model.linux.path.OpenGates;
import watertight.model.linux.path.PathChoices;
import watertight.model.linux.path.PathGates;
import watertight.model.linux.task.FileGates;
import watertight.model.linux.task.FsGates;
import watertight.model.linux.task.RootChoices;

/** What there is by name: systems, claims, guards, scenarios. */
final class Catalogue {
  private static final List<Guard[]> MECHANISMS =
      List.of(
          PathChoices.values(),
          PathGates.values(),
          NameGates.values(),
          OpenGates.values(),
          RootChoices.values(),
          FsGates.values(),
          FileGates.values(),
          MountGates.values(),
          CredGates.values());

  private Catalogue() {}

  /** The claims, in the order in which they are reported. */
  static List<Claim> claims() {
    return List.of();
  }

  /** The guards, in the order of the mechanisms. */
  static List<Guard> guards() {
    List<Guard> guards = new ArrayList<>();
    MECHANISMS.forEach(mechanism -> guards.addAll(List.of(mechanism)));
    return guards;
  }

  /** The guards by name. */
  static GuardNames guardNames() {
    return GuardNames.of(guards());
  }

  /** The systems that claims are about. */
  static List<String> systems() {
    return claims().stream().map(Claim::system).distinct().toList();
  }

  /** The scenarios that claims are searched in, each with the first claim that names it. */
  static Map<String, Claim> scenarios() {
    Map<String, Claim> scenarios = new LinkedHashMap<>();
    for (Claim claim : claims()) {
      claim.checks().forEach(check -> scenarios.putIfAbsent(check.scenario(), claim));
    }
    return scenarios;
  }

  /** All names that a claim can be asked for by. */
  static TreeSet<String> claimNames() {
    TreeSet<String> names = new TreeSet<>(systems());
    claims().forEach(claim -> names.add(claim.name()));
    return names;
  }
}
