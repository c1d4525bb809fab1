package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.checker.alloy.Columns;
import watertight.model.linux.Rules;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;

/**
 * A step of the model as the specifications see it.
 *
 * @param pair the state before and after
 * @param naming which atom stands for which object
 * @param leftOut what there is in it that they do not speak of, or null
 */
record Picture(StatePair pair, Naming naming, @Nullable String leftOut) {
  /**
   * Draws a step.
   *
   * @param mover the task that takes it
   * @param disturbs whether it is one that renames or mounts
   */
  static Picture of(
      Spec spec, Rules rules, Scene before, Scene after, Task mover, boolean disturbs) {
    Naming naming = new Naming();
    Set<Dentry> near = before.near(after, mover);
    Drawing first = draw(before, near, naming, mover, rules);
    Drawing second = draw(after, near, naming, mover, rules);
    Facts ahead = second.facts();
    disturb(first.facts(), ahead, disturbs);
    Facts start = first.facts().with(ahead, fixed(spec, first.facts()));
    String leftOut = first.leftOut() == null ? second.leftOut() : first.leftOut();
    return new Picture(
        new StatePair(gone(spec, start, rules), changing(spec, ahead)), naming, leftOut);
  }

  /** Whether a walk that is not under way is disturbed means nothing: it follows the others. */
  private static void disturb(Facts before, Facts after, boolean disturbs) {
    for (String walk : after.atoms("Walk")) {
      boolean isUnderWay = !after.from("at", walk).isEmpty();
      boolean was = before.atoms("Disturbed").contains(walk);
      if (!isUnderWay && (disturbs || was)) {
        after.add("Disturbed", walk);
      }
    }
  }

  private static Drawing draw(
      Scene scene, Set<Dentry> near, Naming naming, Task mover, Rules rules) {
    Drawing drawing = new Drawing(scene.cells(), naming, new Facts());
    int pid = scene.cells().view(new TasksCell(), new TasksCell.Pid(mover));
    drawing.world(near, String.valueOf(pid));
    new People(drawing).tasks(scene.walks(), rules);
    drawing.facts().add("then", "T0", "T1");
    drawing.facts().add("then", "T1", "T2");
    return drawing;
  }

  /** What never changes, but where magic links lead: that is what it was before the step. */
  private static List<String> fixed(Spec spec, Facts first) {
    List<String> fixed = new ArrayList<>();
    for (Columns.Column column : spec.columns().all()) {
      if (column.twin() == null && !Set.of("leads", "reads").contains(column.name())) {
        fixed.add(column.name());
      }
    }
    return fixed;
  }

  private static Facts changing(Spec spec, Facts facts) {
    Facts changing = new Facts();
    for (Columns.Column column : spec.columns().changing()) {
      changing.put(column.name(), facts.of(column.name()));
    }
    return changing;
  }

  /** Adds the guards that are taken away, as far as the specification has them. */
  private static Facts gone(Spec spec, Facts facts, Rules rules) {
    for (String guard : GuardNames.atoms(spec, rules.guards())) {
      facts.add("gone", "Rules", guard);
    }
    return facts;
  }
}
