package watertight.checker.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON writers share. */
final class Json {
  private static final int VERSION = 1;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** An empty object. */
  static ObjectNode object() {
    return NODES.objectNode();
  }

  /** An empty list. */
  static ArrayNode list() {
    return NODES.arrayNode();
  }

  /** An object with the version of the format. */
  static ObjectNode versioned() {
    return object().put("version", VERSION);
  }

  /** A list of strings. */
  static ArrayNode strings(Collection<String> strings) {
    ArrayNode list = list();
    strings.forEach(list::add);
    return list;
  }

  /** An object of numbers. */
  static ObjectNode numbers(Map<String, Integer> numbers) {
    ObjectNode object = object();
    numbers.forEach(object::put);
    return object;
  }

  /** The text, or null. */
  static void putOrNull(ObjectNode object, String name, Optional<String> text) {
    text.ifPresentOrElse(value -> object.put(name, value), () -> object.putNull(name));
  }

  /** The object as text, one field a line. */
  static List<String> lines(ObjectNode object) {
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(object)
        .lines()
        .toList();
  }
}
