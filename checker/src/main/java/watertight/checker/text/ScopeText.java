package watertight.checker.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.scenario.Scope.Components;

/** The lines {@code scope default: inodes 7, fds 4, components 2, depth 8, rename 1}. */
final class ScopeText {
  private static final List<String> NAMES = List.of("small", "default", "large");
  private static final Names<String> SCOPES = Names.of("a scope", NAMES, name -> name);
  private static final int MOST = 1000;

  private final Map<String, Scope> scopes = new LinkedHashMap<>();

  /** What a scope is where its line does not say. */
  static Scope usual(String name) {
    return new Scope(name, 7, 4, 3, 3, Components.of(2), 8);
  }

  /** The scopes by name; {@code default} is always there. */
  Map<String, Scope> scopes() {
    scopes.putIfAbsent("default", usual("default"));
    return scopes;
  }

  /** Reads a line from after {@code scope}. */
  void read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = SCOPES.read(in);
    if (scopes.containsKey(name)) {
      throw in.error(place, "a second scope " + Cursor.shown(name), "each scope once");
    }
    in.expect(":");
    Map<String, Integer> values = new LinkedHashMap<>();
    do {
      part(in, values);
    } while (in.accept(","));
    in.expectEnd();
    Scope usual = usual(name);
    scopes.put(
        name,
        new Scope(
            name,
            values.getOrDefault("inodes", usual.inodes()),
            values.getOrDefault("fds", usual.fds()),
            values.getOrDefault("mounts", usual.mounts()),
            values.getOrDefault("tasks", usual.tasks()),
            components(values, usual.components().usual()),
            values.getOrDefault("depth", usual.depth())));
  }

  private static Components components(Map<String, Integer> values, int usual) {
    Map<String, Integer> own = new TreeMap<>(values);
    own.keySet().retainAll(Calls.names());
    return new Components(values.getOrDefault("components", usual), own);
  }

  private static void part(Cursor in, Map<String, Integer> values) {
    in.skipBlanks();
    int place = in.at();
    String name = parts().read(in);
    int value = Numbers.within(in, name, 0, MOST);
    if (values.putIfAbsent(name, value) != null) {
      throw in.error(place, "a second " + Cursor.shown(name), "each bound once");
    }
  }

  private static Names<String> parts() {
    List<String> names =
        new ArrayList<>(List.of("inodes", "fds", "mounts", "tasks", "components", "depth"));
    names.addAll(Calls.names());
    return Names.of(
            "a bound (inodes, fds, mounts, tasks, components, depth) or a call",
            names,
            name -> name)
        .later(Set.of());
  }

  /** The lines, the smallest scope first. */
  static List<String> lines(Map<String, Scope> scopes) {
    return NAMES.stream()
        .filter(scopes::containsKey)
        .map(name -> "scope %s: %s".formatted(name, scopes.get(name)))
        .toList();
  }
}
