package watertight.checker.text.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.checker.text.Numbers;

/** The lines {@code scope NAME: depth N} of machines whose one bound is the number of steps. */
public final class ScopeDepths {
  private static final Names<String> SCOPES =
      Names.of("a scope", List.of("small", "default", "large"), name -> name);
  private static final int MOST_STEPS = 1_000_000;

  private final Map<String, Integer> depths = new LinkedHashMap<>();

  /** Reads a line, from after {@code scope}. */
  public void read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = SCOPES.read(in);
    in.expect(":");
    if (!in.acceptWord("depth")) {
      throw in.expected("\"depth\", the one bound of this machine");
    }
    int depth = Numbers.within(in, "a number of steps", 1, MOST_STEPS);
    in.expectEnd();
    if (depths.putIfAbsent(name, depth) != null) {
      throw in.error(place, "a second scope " + Cursor.shown(name), "each scope once");
    }
  }

  /** The most steps, by the names of the scopes that have a line. */
  public Map<String, Integer> all() {
    return depths;
  }
}
