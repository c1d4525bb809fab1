package watertight.checker.agree;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import watertight.model.Gate;
import watertight.model.linux.path.PathGates;

/** Which predicate of path.als says the same as which gate of the model's walk. */
final class WalkGates {
  private static final Map<Gate, Set<String>> PREDICATES = new HashMap<>();

  static {
    PREDICATES.put(PathGates.COMPONENT_IS_DIRECTORY, Set.of("in_file"));
    PREDICATES.put(PathGates.BENEATH_DOTDOT, Set.of("dotdot_beneath"));
    PREDICATES.put(PathGates.NO_XDEV_DOTDOT, Set.of("dotdot_xdev"));
    PREDICATES.put(PathGates.NO_XDEV_DOWN, Set.of("dotdot_xdev", "lookup_xdev"));
    PREDICATES.put(PathGates.PATH_MUST_STAY_CONNECTED, Set.of("dotdot_disconnected"));
    PREDICATES.put(PathGates.SCOPED_DOTDOT_UNDISTURBED, Set.of("dotdot_again"));
    PREDICATES.put(PathGates.NAME_EXISTS, Set.of("lookup_missing"));
    PREDICATES.put(PathGates.SYMLINK_LIMIT, Set.of("link_limit"));
    PREDICATES.put(PathGates.RESOLVE_NO_SYMLINKS, Set.of("link_no_symlinks"));
    PREDICATES.put(PathGates.BENEATH_NO_ABSOLUTE_LINK, Set.of("link_beneath"));
    PREDICATES.put(PathGates.NO_XDEV_ABSOLUTE, Set.of("link_xdev"));
    PREDICATES.put(PathGates.MAGIC_LINK_NEEDS_PTRACE_ACCESS, Set.of("magic_denied"));
    PREDICATES.put(PathGates.RESOLVE_NO_MAGICLINKS, Set.of("magic_unwanted"));
    PREDICATES.put(PathGates.NO_XDEV_MAGIC_LINK, Set.of("magic_xdev"));
    PREDICATES.put(PathGates.SCOPED_MAGIC_LINK, Set.of("magic_scoped"));
    PREDICATES.put(PathGates.SCOPED_WALK_ENDS_INSIDE, Set.of("arrive_escaped"));
  }

  private WalkGates() {}

  /** The predicates that may say what a gate says; none when the specification leaves it out. */
  static Set<String> predicates(Gate gate) {
    return PREDICATES.getOrDefault(gate, Set.of());
  }

  /** The predicates that may say that a component was taken. */
  static Set<String> success(String component) {
    return switch (component) {
      case "" -> Set.of("arrive_ok");
      case "." -> Set.of("dot_ok");
      case ".." -> Set.of("dotdot_ok");
      default -> Set.of("lookup_ok", "link_ok", "magic_ok");
    };
  }

  /** The predicate behind an atom of Refusal. */
  static String predicate(String refusal) {
    return refusal.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
