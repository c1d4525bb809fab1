package watertight.checker.agree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What path.als says about one component of a walk. */
final class WalkJudge {
  /** The predicates of success, and what must stay as it is. */
  static final Map<String, String> SUCCESS = new LinkedHashMap<>();

  private static final String STILL = " and tree_stands_still and Disturbed' = Disturbed";

  static {
    for (String step : List.of("dot_ok", "dotdot_ok", "lookup_ok", "link_ok", "magic_ok")) {
      SUCCESS.put(step, step + "[w]" + STILL);
    }
    SUCCESS.put("arrive_ok", "arrive_ok[w]");
  }

  private final Map<String, Spec.Question> success = new LinkedHashMap<>();
  private final Spec.Members refusals;
  private final Spec.Question moves;
  private final Spec.Question wellformed;

  WalkJudge(Spec spec) {
    SUCCESS.forEach((name, text) -> success.put(name, spec.ask("w: Walk", text)));
    this.refusals = spec.members("w: Walk", "refusal[w]");
    this.moves = spec.ask("w: Walk", "step_ok[w]");
    this.wellformed = spec.ask("", "wellformed");
  }

  /** The predicates that are true; of those of success only the ones in {@code asked}. */
  Set<String> truths(Evaluation evaluation, String walk, Set<String> asked) {
    Set<String> truths =
        evaluation.members(refusals, List.of(walk)).stream()
            .map(WalkGates::predicate)
            .collect(Collectors.toCollection(TreeSet::new));
    success.forEach(
        (name, question) -> {
          if (asked.contains(name) && evaluation.holds(question, List.of(walk))) {
            truths.add(name);
          }
        });
    return truths;
  }

  /** Whether the state is one that the specification expects. */
  boolean isWellformed(Evaluation evaluation) {
    return evaluation.holds(wellformed, List.of());
  }

  /** Whether a component is taken, whatever else changes. */
  boolean moves(Evaluation evaluation, String walk) {
    return evaluation.holds(moves, List.of(walk));
  }

  Spec.Question question(String predicate) {
    return java.util.Objects.requireNonNull(success.get(predicate));
  }

  /** All predicates, success first. */
  static List<String> all(Spec spec) {
    List<String> all = new ArrayList<>(SUCCESS.keySet());
    spec.columns().children("Refusal").forEach(r -> all.add(WalkGates.predicate(r)));
    return all;
  }
}
