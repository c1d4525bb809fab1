package watertight.checker.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import watertight.model.Guard;

/**
 * The guards that {@code without} lines can name.
 *
 * @param guards the guards, by their names
 */
public record GuardNames(Map<String, Guard> guards) {
  /** The names of {@code guards}. */
  public static GuardNames of(Collection<? extends Guard> guards) {
    Map<String, Guard> byName = new LinkedHashMap<>();
    guards.forEach(guard -> byName.put(guard.id(), guard));
    return new GuardNames(byName);
  }

  /** Reads {@code guard, guard, …} and adds the guards to {@code without}. */
  void read(Cursor in, Set<Guard> without) {
    Names<Guard> names = new Names<>("the name of a guard", guards, Set.of());
    do {
      in.skipBlanks();
      int place = in.at();
      String name = in.run(Cursor::isName);
      if (name.isEmpty()) {
        throw in.expected("the name of a guard");
      }
      if (!without.add(names.meaning(in, place, name))) {
        throw in.error(place, "a second " + Cursor.shown(name), "each guard once");
      }
    } while (in.accept(","));
    in.expectEnd();
  }
}
