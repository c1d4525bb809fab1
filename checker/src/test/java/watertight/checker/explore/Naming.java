package watertight.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import watertight.model.Cell;
import watertight.model.PlainCells;
import watertight.model.Ref;
import watertight.model.Referring;

/**
 * A form of a state that does not depend on object numbers, made without the explorer's: objects
 * get colours that are refined by what refers to them and by what they hold, until nothing changes.
 */
final class Naming {
  private Naming() {}

  static String canonical(PlainCells state) {
    Map<Ref, Integer> colour = new HashMap<>();
    state
        .values()
        .forEach(
            (cell, value) -> {
              if (cell.owner() != null) {
                colour.put(cell.owner(), 0);
              }
              if (value instanceof Referring<?> referring) {
                referring.eachRef(ref -> colour.put(ref, 0));
                referring.eachKeyed(
                    (key, ref) -> {
                      colour.put(key, 0);
                      colour.put(ref, 0);
                    });
              }
            });
    for (int round = 0; round < 2 * colour.size(); round++) {
      Map<Ref, Integer> finer = refine(state, colour);
      if (distinct(finer) == distinct(colour) && round > 0) {
        break;
      }
      colour.clear();
      colour.putAll(finer);
    }
    return new TreeMap<>(lines(state, colour)).toString();
  }

  private static long distinct(Map<Ref, Integer> colour) {
    return colour.values().stream().distinct().count();
  }

  private static Map<Ref, Integer> refine(PlainCells state, Map<Ref, Integer> colour) {
    Map<Ref, List<String>> seen = new HashMap<>();
    colour.keySet().forEach(ref -> seen.put(ref, new ArrayList<>()));
    state
        .values()
        .forEach(
            (cell, value) -> {
              String text = line(cell, value, colour);
              if (cell.owner() != null) {
                seen.get(cell.owner()).add("own " + text);
              }
              if (value instanceof Referring<?> referring) {
                int[] place = new int[1];
                referring.eachRef(ref -> seen.get(ref).add(place[0]++ + " in " + text));
                referring.eachKeyed(
                    (key, ref) -> {
                      seen.get(key).add("key in " + text + colour.get(ref));
                      seen.get(ref).add("at " + colour.get(key) + " in " + text);
                    });
              }
            });
    TreeMap<String, List<Ref>> bySignature = new TreeMap<>();
    seen.forEach(
        (ref, texts) -> {
          texts.sort(null);
          String signature = ref.kind() + " " + colour.get(ref) + " " + texts;
          bySignature.computeIfAbsent(signature, s -> new ArrayList<>()).add(ref);
        });
    Map<Ref, Integer> finer = new HashMap<>();
    int next = 0;
    for (List<Ref> refs : bySignature.values()) {
      for (Ref ref : refs) {
        finer.put(ref, next);
      }
      next++;
    }
    return finer;
  }

  private static Map<String, Integer> lines(PlainCells state, Map<Ref, Integer> colour) {
    Map<String, Integer> lines = new HashMap<>();
    state
        .values()
        .forEach((cell, value) -> lines.merge(line(cell, value, colour), 1, Integer::sum));
    return lines;
  }

  /** A cell and its value with each object replaced by its colour. */
  private static String line(Cell<?> cell, Object value, Map<Ref, Integer> colour) {
    Object coloured =
        value instanceof Referring<?> referring
            ? referring.renamed(ref -> ref.withId(colour.get(ref)))
            : value;
    String of = cell.owner() == null ? cell.toString() : "" + colour.get(cell.owner());
    return cell.getClass().getSimpleName() + " " + of + " = " + coloured;
  }
}
