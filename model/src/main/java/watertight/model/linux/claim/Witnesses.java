package watertight.model.linux.claim;

import java.util.List;
import java.util.stream.Collectors;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.linux.Errno;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.path.Path;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.ProgramCell;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.task.Task;

/** Whether a scenario is about something: each is a property that is broken once it is. */
final class Witnesses {
  private Witnesses() {}

  static Property<Move> of(ScenarioMachine machine) {
    String party = LinuxClaims.subject(machine.scenario());
    return switch (machine.scenario().claim().orElse("")) {
      case "chroot/dotdot-is-root", "chroot/inside-stays-reachable" -> rootChanged(party);
      case "chroot/root-is-per-task" -> rootsDiffer();
      case "chroot/needs-privilege" -> unprivilegedChroot();
      case "chroot/moved-directory", "chroot/moved-directory.mount-root" -> movedOut(party);
      case "chroot/shared-subtree" -> onAnotherMount(party);
      case "chroot/symlinks-end" -> manyLinks();
      case "chroot/check-then-use",
          "chroot/check-then-use.in-root",
          "chroot/check-then-use.beneath" ->
          programEnded();
      case "ns/setns-needs-capability" ->
          never(
              (before, move, result) ->
                  NamespaceProperties.triesToEnter(
                      before, move, Capability.CAP_SYS_ADMIN, NamespaceType.values()));
      case "ns/setns-needs-capability.mount" ->
          never(
              (before, move, result) ->
                  NamespaceProperties.triesToEnter(
                      before, move, Capability.CAP_SYS_CHROOT, NamespaceType.MNT));
      case "ns/setns-pid-only-descends" ->
          never((b, move, r) -> NamespaceProperties.isEntered(b, move, NamespaceType.PID));
      case "ns/unshare-pid-affects-children" -> PidWitnesses.firstBorn();
      case "pid/one-way-visibility" -> PidWitnesses.twoLevels();
      case "pid/no-signal-outward" ->
          never((before, move, result) -> SignalProperties.sendsAlone(before, move));
      case "pid/parenthood-kept" -> PidWitnesses.orphanAcrossTheBorder();
      case "pid/outer-procfs.own-procfs" -> PidWitnesses.opensOwn();
      case "pid/init-protected" ->
          never((before, move, result) -> SignalProperties.sendsToInit(before, move));
      case "uts/own-hostname" -> never(NamespaceProperties::namesOne);
      default ->
          machine.scenario().goal() instanceof Goal.Upon upon
              ? DeedProperties.neverTried(upon)
              : opened(party);
    };
  }

  /** Whether a step is one that the claim speaks of. */
  private interface Deed {
    boolean is(Cells before, Move move, Result result);
  }

  private static Property.OfSteps<Move> never(Deed deed) {
    return (before, move, result, after) -> !deed.is(before, move, result);
  }

  private static Property.OfStates<Move> rootChanged(String party) {
    return cells ->
        Views.tasksOf(cells, party).stream()
            .allMatch(task -> Views.root(cells, task).equals(Views.jail(cells, party)));
  }

  private static Property.OfStates<Move> rootsDiffer() {
    return cells -> {
      List<Task> tasks = Views.tasks(cells);
      return tasks.stream().map(task -> Views.root(cells, task)).collect(Collectors.toSet()).size()
          < 2;
    };
  }

  private static Property.OfSteps<Move> unprivilegedChroot() {
    return (before, move, result, after) -> !ChrootProperties.isUnprivilegedChroot(before, move);
  }

  private static Property.OfStates<Move> movedOut(String party) {
    return cells -> {
      Path jail = Views.jail(cells, party);
      return Views.tasksOf(cells, party).stream()
          .allMatch(task -> Geometry.isBelow(cells, Views.cwd(cells, task), jail));
    };
  }

  private static Property.OfStates<Move> onAnotherMount(String party) {
    return cells -> {
      Path jail = Views.jail(cells, party);
      return Views.tasksOf(cells, party).stream()
          .allMatch(task -> Views.cwd(cells, task).mount().equals(jail.mount()));
    };
  }

  private static Property.OfSteps<Move> manyLinks() {
    return (before, move, result, after) ->
        !(result instanceof Result.DoesNotEnd)
            && !(result instanceof Result.Refused refused && refused.code() == Errno.ELOOP);
  }

  private static Property.OfStates<Move> programEnded() {
    return cells -> Views.tasks(cells).stream().noneMatch(task -> hasOpened(cells, task));
  }

  private static boolean hasOpened(Cells cells, Task task) {
    ProgramCell.State program = cells.get(new ProgramCell(task));
    return program != null && (program.stopped() || program.next() > 0);
  }

  private static Property.OfStates<Move> opened(String party) {
    return cells ->
        Views.tasksOf(cells, party).stream().allMatch(task -> Views.open(cells, task).isEmpty());
  }
}
