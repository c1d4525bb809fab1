package watertight.checker.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watertight.checker.text.InputError;
import watertight.model.Guards;

/**
 * Reads a file of test vectors: an object whose entries are kinds, each with its {@code convention}
 * and its {@code cases}.
 */
final class VectorFile {
  private static final String EXPECTED = "an object of kinds of vectors, each with \"cases\"";

  private static final String SGX_ACCESS = "sgx/access";
  private static final String SGX_FORM = "a case of the access check as its convention says";

  private VectorFile() {}

  /**
   * Reads the cases.
   *
   * @throws InputError when the file cannot be read, or is not in the form
   */
  static FileOutcome.Vectors read(Path path) {
    String file = path.toString();
    JsonNode root = parse(file, text(path));
    List<VectorOutcome> cases = new ArrayList<>();
    if (root.isObject()) {
      root.properties().forEach(kind -> kind(file, kind.getKey(), kind.getValue(), cases));
    }
    if (cases.isEmpty()) {
      throw new InputError(file, 1, 1, "no case of any kind", EXPECTED, List.of());
    }
    return new FileOutcome.Vectors(file, cases);
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      String found = "a file that cannot be read (" + e.getMessage() + ")";
      throw new InputError(path.toString(), 1, 1, found, "a readable text file", List.of());
    }
  }

  private static JsonNode parse(String file, String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : Math.max(1, at.getLineNr());
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw new InputError(file, line, column, "no JSON (" + oneLine(e) + ")", EXPECTED, List.of());
    }
  }

  private static String oneLine(JacksonException e) {
    return e.getOriginalMessage().replace('\n', ' ');
  }

  /** The cases of a kind stand under {@code cases}; else each list in it is a kind of its own. */
  private static void kind(String file, String kind, JsonNode value, List<VectorOutcome> cases) {
    value
        .properties()
        .forEach(
            part -> {
              String name = part.getKey().equals("cases") ? kind : kind + "/" + part.getKey();
              JsonNode list = part.getValue();
              for (int i = 0; list.isArray() && i < list.size(); i++) {
                cases.add(one(file, name, i, list.get(i)));
              }
            });
  }

  private static VectorOutcome one(String file, String kind, int index, JsonNode one) {
    String name =
        one.path("id").isValueNode() ? one.path("id").asString() : String.valueOf(index + 1);
    String id = kind + "/" + name;
    String expected = one.path("expect").isMissingNode() ? "" : text(one.path("expect"));
    if (one.path("prose").asBoolean(false)) {
      return VectorOutcome.skipped(file, id, expected, "prose, not a vector");
    }
    return switch (kind) {
      case SGX_ACCESS -> access(file, id, expected, one);
      case HostcallVectors.KIND -> HostcallVectors.run(file, id, one);
      default ->
          VectorOutcome.skipped(file, id, expected, "no machine for vectors of kind " + kind);
    };
  }

  private static VectorOutcome access(String file, String id, String expected, JsonNode one) {
    return switch (AccessVectors.ask(one, Guards.all())) {
      case AccessVectors.Answer.Says(String says, Optional<String> gate) ->
          new VectorOutcome(
              file, id, expected, Optional.of(says), gate, says.equals(expected), Optional.empty());
      case AccessVectors.Answer.Malformed(String why) ->
          throw new InputError(file, 1, 1, id + " with " + why, SGX_FORM, List.of());
    };
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString() : node.toString();
  }
}
