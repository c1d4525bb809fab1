package watertight.checker.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The names that can stand in one kind of place, and what they mean.
 *
 * @param kind what they are, such as {@code "a flag of open"}
 * @param known the names and their meanings, in the order in which errors list them
 * @param later names that exist and mean something that this version does not have
 */
public record Names<T>(String kind, Map<String, T> known, Set<String> later) {
  private static final int LISTED = 16;

  /** The names of {@code values}. */
  public static <T> Names<T> of(String kind, Iterable<T> values, Function<T, String> name) {
    Map<String, T> known = new LinkedHashMap<>();
    values.forEach(value -> known.put(name.apply(value), value));
    return new Names<>(kind, known, Set.of());
  }

  /** These names, in this order, with their meanings. */
  @SafeVarargs
  static <T> Names<T> ordered(String kind, Map.Entry<String, T>... entries) {
    Map<String, T> known = new LinkedHashMap<>();
    for (Map.Entry<String, T> entry : entries) {
      known.put(entry.getKey(), entry.getValue());
    }
    return new Names<>(kind, known, Set.of());
  }

  /** These and names that this version does not have. */
  public Names<T> later(Set<String> names) {
    return new Names<>(kind, known, names);
  }

  /** The meaning of the word here. */
  public T read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.word();
    if (name.isEmpty()) {
      throw in.expected(expectation());
    }
    return meaning(in, place, name);
  }

  /** The meaning of {@code name}, which stands at {@code place}. */
  public T meaning(Cursor in, int place, String name) {
    T value = known.get(name);
    if (value != null) {
      return value;
    }
    if (later.contains(name)) {
      throw in.error(place, Cursor.shown(name) + ", which is not in this version", expectation());
    }
    throw in.error(place, Cursor.shown(name), expectation(), Nearest.to(name, known.keySet()));
  }

  private String expectation() {
    return known.isEmpty() || known.size() > LISTED
        ? kind
        : kind + " (" + String.join(", ", known.keySet()) + ")";
  }
}
