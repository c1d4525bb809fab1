package watertight.model.linux.claim;

import java.util.List;
import watertight.model.Property;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.ScenarioMachine;

/** The predicates of claims that scenarios need not state as a goal. */
final class ClaimPredicates {
  static final List<String> NAMES =
      List.of(
          "chroot/dotdot-is-root",
          "chroot/lookup-confined",
          "chroot/inside-stays-reachable",
          "chroot/root-is-per-task",
          "chroot/needs-privilege",
          "chroot/symlinks-end",
          "ns/setns-needs-capability",
          "ns/setns-needs-capability.mount",
          "ns/setns-pid-only-descends",
          "ns/unshare-pid-affects-children",
          "pid/one-way-visibility",
          "pid/no-signal-outward",
          "pid/no-signal-outward.shared-group",
          "pid/parenthood-kept",
          "pid/init-protected",
          "uts/own-hostname");

  private ClaimPredicates() {}

  static Property<Move> of(String claim, ScenarioMachine machine) {
    String party = LinuxClaims.subject(machine.scenario());
    return switch (claim) {
      case "chroot/dotdot-is-root" ->
          ChrootProperties.dotdotIsRoot(machine.rules(), machine.names());
      case "chroot/lookup-confined" -> ChrootProperties.confined(party);
      case "chroot/inside-stays-reachable" ->
          ChrootProperties.reachable(machine.rules(), party, machine.worldPaths());
      case "chroot/root-is-per-task" -> ChrootProperties.rootPerTask();
      case "chroot/needs-privilege" -> ChrootProperties.rootNeedsPrivilege();
      case "chroot/symlinks-end" -> ChrootProperties.ends();
      case "ns/setns-needs-capability" ->
          NamespaceProperties.entersWith(Capability.CAP_SYS_ADMIN, NamespaceType.values());
      case "ns/setns-needs-capability.mount" ->
          NamespaceProperties.entersWith(Capability.CAP_SYS_CHROOT, NamespaceType.MNT);
      case "ns/setns-pid-only-descends" -> PidProperties.childrenDescend();
      case "ns/unshare-pid-affects-children" -> PidProperties.numbersStay();
      case "pid/one-way-visibility" -> PidProperties.oneWayVisibility(machine.rules());
      case "pid/no-signal-outward" -> SignalProperties.noSignalOutwardAlone();
      case "pid/no-signal-outward.shared-group" -> SignalProperties.noSignalOutward();
      case "pid/outer-procfs", "pid/outer-procfs.own-procfs" -> DeedProperties.neverTracesOutside();
      case "pid/parenthood-kept" -> PidProperties.parenthoodKept();
      case "pid/init-protected" -> SignalProperties.initProtected();
      case "uts/own-hostname" -> NamespaceProperties.ownHostname();
      default -> throw new IllegalArgumentException("the claim " + claim + " has no predicate");
    };
  }
}
