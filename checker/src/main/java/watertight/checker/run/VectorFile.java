package watertight.checker.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watertight.checker.text.InputError;
import watertight.checker.text.Source;

/**
 * Reads a file of test vectors: an object whose entries are kinds, each with its {@code convention}
 * and its {@code cases}.
 */
final class VectorFile {
  private static final String EXPECTED = "an object of kinds of vectors, each with \"cases\"";

  private VectorFile() {}

  /**
   * Reads the cases.
   *
   * @throws InputError when the file cannot be read, or is not in the form
   */
  static FileOutcome.Vectors read(Path path) {
    Source source = Source.read(path);
    JsonNode root = parse(source);
    List<VectorOutcome> cases = new ArrayList<>();
    if (root.isObject()) {
      root.properties().forEach(kind -> kind(source.file(), kind.getKey(), kind.getValue(), cases));
    }
    if (cases.isEmpty()) {
      throw new InputError(source.file(), 1, 1, "no case of any kind", EXPECTED, List.of());
    }
    return new FileOutcome.Vectors(source.file(), cases);
  }

  private static JsonNode parse(Source source) {
    try {
      return JsonMapper.shared().readTree(String.join("\n", source.lines()));
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : Math.max(1, at.getLineNr());
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw new InputError(
          source.file(), line, column, "no JSON (" + oneLine(e) + ")", EXPECTED, List.of());
    }
  }

  private static String oneLine(JacksonException e) {
    return e.getOriginalMessage().replace('\n', ' ');
  }

  private static void kind(String file, String kind, JsonNode value, List<VectorOutcome> cases) {
    JsonNode list = value.path("cases");
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      JsonNode one = list.get(i);
      String id = one.path("id").isValueNode() ? one.path("id").asString() : String.valueOf(i + 1);
      String expected = one.path("expect").isMissingNode() ? "" : text(one.path("expect"));
      String reason =
          one.path("prose").asBoolean(false)
              ? "prose, not a vector"
              : "no machine for vectors of kind " + kind;
      cases.add(new VectorOutcome(file, kind + "/" + id, expected, reason));
    }
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString() : node.toString();
  }
}
