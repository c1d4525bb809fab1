package watertight.model.linux.claim;

import watertight.model.Property;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.path.ProcDentry.ProcFdDir;
import watertight.model.linux.process.Kin;
import watertight.model.linux.scenario.Move;

/** Whether scenarios about PID namespaces are about something; see {@link Witnesses}. */
final class PidWitnesses {
  private PidWitnesses() {}

  /** A namespace that unshare has made gets its first task. */
  static Property.OfSteps<Move> firstBorn() {
    return (before, move, result, after) ->
        Kin.all(after).stream()
            .filter(task -> !Kin.all(before).contains(task))
            .noneMatch(task -> PidProperties.isBornFirst(before, after, task));
  }

  /** Somebody lives two levels below the world's own namespace. */
  static Property.OfStates<Move> twoLevels() {
    return cells ->
        Views.tasks(cells).stream()
            .noneMatch(task -> PidNamespaces.level(cells, PidProperties.active(cells, task)) > 2);
  }

  /** Somebody below the world's own namespace has opened a task's directory of descriptors. */
  static Property.OfStates<Move> opensOwn() {
    return cells ->
        Views.tasks(cells).stream()
            .filter(task -> !PidNamespaces.isWorld(PidProperties.active(cells, task)))
            .flatMap(task -> Views.open(cells, task).stream())
            .noneMatch(
                file ->
                    file.pathOrNull() != null && file.pathOrNull().dentry() instanceof ProcFdDir);
  }

  /** A living task whose parent was in another namespace gets another parent. */
  static Property.OfSteps<Move> orphanAcrossTheBorder() {
    return (before, move, result, after) ->
        Views.tasks(after).stream()
            .filter(child -> PidProperties.isOrphaned(before, after, child))
            .noneMatch(
                child ->
                    !PidProperties.active(before, child)
                        .equals(PidProperties.active(before, Kin.parentOf(before, child))));
  }
}
