package watertight.checker.agree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watertight.checker.alloy.Columns;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Rules;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.TaskCell;

/** What a task does, from an instance of task.als to the model. */
final class EventReplay {
  private final Spec spec;
  private final Rules rules;

  EventReplay(Spec spec, Rules rules) {
    this.spec = spec;
    this.rules = rules;
  }

  /**
   * What came of an instance.
   *
   * @param isStepped whether the model has a call for it
   * @param difference where the model does otherwise, or null
   */
  record Replayed(boolean isStepped, @Nullable Disagreement difference) {}

  /** Steps an instance of {@code predicate} in the model. */
  Replayed replay(String predicate, Enumeration.Found found) {
    Facts before = found.pair().before();
    Building building = new Building(before);
    Texts texts = new Texts(before, List.of(), List.of());
    building.build(texts);
    Crowd crowd = new Crowd(before, building, texts, rules);
    crowd.build();
    PlainCells start = building.cells().copy();
    Map<String, String> names = crowd.names();
    String wrong = difference(renamed(before, names, texts), drawn(start, building));
    if (wrong != null) {
      throw new IllegalStateException("decoded otherwise: " + wrong);
    }
    Map<String, String> given = given(predicate, found);
    Result result = new EventSteps(rules, building, crowd, texts, given).take(predicate);
    if (result instanceof Result.NotEnabled) {
      return new Replayed(false, null);
    }
    String difference = outcome(predicate, result);
    if (difference == null && Events.isSuccess(predicate)) {
      nameFresh(start, building, given, names, crowd);
      Facts after = renamed(found.pair().after(), names, texts);
      difference = difference(after, drawn(building.cells(), building));
    }
    return new Replayed(
        true, difference == null ? null : told(predicate, difference, found, texts));
  }

  private static Map<String, String> given(String predicate, Enumeration.Found found) {
    Map<String, String> given = new HashMap<>();
    List<String> parameters = java.util.Objects.requireNonNull(Events.all().get(predicate)).names();
    for (int i = 0; i < parameters.size(); i++) {
      given.put(parameters.get(i), found.arguments().get(i));
    }
    String walk = found.pair().before().one("walk", given.getOrDefault("t", ""));
    given.put("flags", String.join(" ", found.pair().after().from("flags", walk)));
    return given;
  }

  private static @Nullable String outcome(String predicate, Result result) {
    boolean refused = result instanceof Result.Refused;
    if (predicate.equals("give_up")) {
      return null; // whether it was refused is the walk's matter
    }
    if (Events.isSuccess(predicate)) {
      return refused ? "refused: " + result : null;
    }
    return result instanceof Result.Refused(var gate) && Events.predicates(gate).contains(predicate)
        ? null
        : "comes to " + result;
  }

  /** What is new in the model stands for what is new in the instance. */
  private static void nameFresh(
      PlainCells before,
      Building building,
      Map<String, String> given,
      Map<String, String> names,
      Crowd crowd) {
    PlainCells after = building.cells();
    for (Object cell : after.values().keySet()) {
      if (cell instanceof DentryCell(TreeDentry dentry) && !before.has(new DentryCell(dentry))) {
        building.naming().give(given.getOrDefault("new", "new"), dentry);
      } else if (cell instanceof MountCell(Mount mount) && !before.has(new MountCell(mount))) {
        building.naming().give(given.getOrDefault("new", "new"), mount);
      }
    }
    var child = after.get(new TaskCell(crowd.next()));
    if (child != null && !before.has(new TaskCell(crowd.next()))) {
      names.put(given.get("u"), "Task$" + crowd.next());
      names.put(crowd.walk(given.get("u")), People.walkAtom(crowd.next()));
      if (given.containsKey("f")) {
        building.naming().give(given.get("f"), child.fs());
      }
    }
  }

  private Facts renamed(Facts facts, Map<String, String> names, Texts texts) {
    Facts some = new Facts();
    for (String relation : relations()) {
      some.put(relation, facts.of(relation));
    }
    Facts renamed = some.renamed(atom -> names.getOrDefault(atom, texts.apply(atom)));
    return underWay(renamed);
  }

  private Facts drawn(PlainCells cells, Building building) {
    Drawing drawing = new Drawing(cells, building.naming(), new Facts());
    drawing.world(Set.of(), "2");
    Scene scene = Scene.of(cells);
    new People(drawing).tasks(scene.walks(), rules);
    return underWay(drawing.facts());
  }

  /** Whether a walk that is not under way is disturbed means nothing. */
  private static Facts underWay(Facts facts) {
    Facts some = facts.copy();
    some.put(
        "Disturbed",
        facts.of("Disturbed").stream()
            .filter(row -> !facts.from("at", row.first()).isEmpty())
            .toList());
    return some;
  }

  private Set<String> relations() {
    return spec.columns().changing().stream()
        .map(Columns.Column::name)
        .filter(name -> !name.equals("who") && !name.equals("what"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private @Nullable String difference(Facts expected, Facts drawn) {
    for (String relation : relations()) {
      SortedSet<Facts.Row> one = WalkReplay.withoutSlash(expected.of(relation));
      SortedSet<Facts.Row> other = WalkReplay.withoutSlash(drawn.of(relation));
      if (!one.equals(other)) {
        return relation + " is " + other + ", not " + one;
      }
    }
    return null;
  }

  private static Disagreement told(
      String predicate, String difference, Enumeration.Found found, Texts texts) {
    List<String> story = WalkReplay.story(found.pair().before(), found, texts);
    return new Disagreement(
        predicate, difference, "an instance of " + predicate + " of " + found.arguments(), story);
  }
}
