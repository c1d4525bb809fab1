package watertight.checker.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A structure as strace writes it: {@code {name=value, …}}. */
final class Struct {
  private final Names<Consumer<Cursor>> fields;
  private final Set<String> required = new HashSet<>();
  private Consumer<Cursor> tail = in -> {};
  private String ending = "}";

  private Struct(String kind) {
    fields = new Names<>("a field of " + kind, new LinkedHashMap<>(), new HashSet<>());
  }

  /** A structure without fields. */
  static Struct of(String kind) {
    return new Struct(kind);
  }

  /** This with a field that may be left out. */
  Struct may(String name, Consumer<Cursor> read) {
    fields.known().put(name, read);
    return this;
  }

  /** This with a field that must be there. */
  Struct must(String name, Consumer<Cursor> read) {
    required.add(name);
    return may(name, read);
  }

  /** This with fields that exist and are not in this version. */
  Struct later(String... names) {
    fields.later().addAll(Set.of(names));
    return this;
  }

  /** This with something else that may stand at the end, and starts with {@code ending}. */
  Struct end(String ending, Consumer<Cursor> read) {
    this.ending = ending;
    tail = read;
    return this;
  }

  /** Reads the structure here. */
  void read(Cursor in) {
    in.expect("{");
    Set<String> seen = new HashSet<>();
    boolean first = true;
    while (!in.accept("}")) {
      if (!first) {
        in.expect(",");
      }
      in.skipComments();
      if (in.looksAt(ending) && !in.looksAt("}")) {
        tail.accept(in);
        in.expect("}");
        break;
      }
      int place = in.at();
      Consumer<Cursor> field = fields.read(in);
      String name = in.since(place);
      if (!seen.add(name)) {
        throw in.error(place, "a second " + Cursor.shown(name), "each field once");
      }
      in.expect("=");
      field.accept(in);
      first = false;
    }
    for (Map.Entry<String, ?> field : fields.known().entrySet()) {
      if (required.contains(field.getKey()) && !seen.contains(field.getKey())) {
        throw in.error(in.at() - 1, "\"}\"", "the field " + field.getKey());
      }
    }
  }
}
