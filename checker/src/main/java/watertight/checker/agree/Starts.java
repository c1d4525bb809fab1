package watertight.checker.agree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Gate;
import watertight.model.linux.path.OpenGates;
import watertight.model.linux.path.PathGates;

/** The predicates of path.als about the start of a walk. */
final class Starts {
  /** From where: a place, the root, a path; which flags is what the walk has after it. */
  static final String PARAMETERS = "w: Walk, m: Mount, d: Dentry, m2: Mount, d2: Dentry, p: Path";

  static final Map<String, String> TEXTS = new LinkedHashMap<>();

  private static final Map<Gate, String> PREDICATES =
      Map.of(
          OpenGates.RESOLVE_ONE_SCOPE, "start_two_scopes",
          PathGates.BENEATH_NOT_ABSOLUTE, "start_beneath",
          PathGates.DIRFD_IS_DIRECTORY, "start_not_directory");

  static {
    TEXTS.put("start_ok", "start_ok[w, m->d, m2->d2, p, w.flags'] and tree_stands_still");
    TEXTS.put("start_two_scopes", "start_two_scopes[w.flags']");
    TEXTS.put("start_beneath", "start_beneath[p, w.flags']");
    TEXTS.put("start_not_directory", "start_not_directory[m->d, p, w.flags']");
  }

  private Starts() {}

  /** The predicate that says what a gate says; none when the specification leaves it out. */
  static Set<String> predicates(Gate gate) {
    String predicate = PREDICATES.get(gate);
    return predicate == null ? Set.of() : Set.of(predicate);
  }

  static List<String> all() {
    return List.copyOf(TEXTS.keySet());
  }
}
