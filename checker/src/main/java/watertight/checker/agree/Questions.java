package watertight.checker.agree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import watertight.model.Guards;

/** All that a specification is asked, translated once. */
final class Questions {
  private static final String PLACES =
      "idle[w] and Disturbed' = Disturbed - w and is_place[m->d] and is_place[m2->d2] and ";

  /** The model asks for a directory at once: so the file must have been come to from one. */
  private static final String FROM_DIRECTORY =
      " and dentry[w] in File - Top and w.at = seen[mnt[w], dentry[w]]";

  private static final String PEOPLE = "tasks_wellformed and no Magic and ";

  private final Spec spec;
  private final Guards guards;
  private final WalkJudge walks;
  private final Map<String, Spec.Question> starts = new LinkedHashMap<>();
  private final Map<String, Spec.Question> events = new LinkedHashMap<>();
  private final Map<String, Spec.Question> instances = new LinkedHashMap<>();

  /**
   * @param guards those in force in the specification
   */
  Questions(Spec spec, Guards guards) {
    this.spec = spec;
    this.guards = guards;
    this.walks = new WalkJudge(spec);
    Starts.TEXTS.forEach((name, text) -> starts.put(name, spec.ask(Starts.PARAMETERS, text)));
    Events.all().forEach((name, e) -> events.put(name, spec.ask(e.parameters(), e.text())));
    predicates().forEach(predicate -> instances.put(predicate, instances(predicate)));
  }

  /** Every predicate: of a start, a step and an end, and of calls. */
  List<String> predicates() {
    List<String> all = new ArrayList<>(Starts.all());
    all.addAll(WalkJudge.all(spec));
    all.addAll(Events.all().keySet());
    return all;
  }

  private Spec.Question instances(String predicate) {
    String gone = String.join(" + ", GuardNames.atoms(spec, guards));
    String world =
        "away[%s] and wellformed and %s and "
            .formatted(gone.isEmpty() ? "none" : gone, Building.POSSIBLE);
    String start = Starts.TEXTS.get(predicate);
    if (start != null) {
      return spec.ask(Starts.PARAMETERS, world + PLACES + start);
    }
    Events.Event event = Events.all().get(predicate);
    if (event != null) {
      String premise = event.premise().isEmpty() ? "" : event.premise() + " and ";
      return spec.ask(event.parameters(), world + PEOPLE + premise + event.text());
    }
    String step = WalkJudge.SUCCESS.getOrDefault(predicate, predicate + "[w]");
    String from = predicate.equals("in_file") ? FROM_DIRECTORY : "";
    return spec.ask("w: Walk", world + step + from);
  }

  Spec spec() {
    return spec;
  }

  Guards guards() {
    return guards;
  }

  /** About the components of a walk. */
  WalkJudge walks() {
    return walks;
  }

  /** About the start of a walk. */
  Map<String, Spec.Question> starts() {
    return starts;
  }

  /** About what a task does. */
  Spec.Question event(String predicate) {
    return Objects.requireNonNull(events.get(predicate));
  }

  /** For what states a predicate is true that can be states of the model. */
  Spec.Question instance(String predicate) {
    return Objects.requireNonNull(instances.get(predicate));
  }
}
