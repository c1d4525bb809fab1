package watertight.checker.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import watertight.checker.text.InputError;
import watertight.checker.text.Nearest;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Symbols;
import watertight.model.enclave.hostcall.Words;

/**
 * Reads the parts of a vector of kind {@code iago}.
 *
 * @param file the file
 * @param id the case
 */
record VectorFields(String file, String id) {
  private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();
  private static final BigInteger BELOW = BigInteger.ONE.shiftLeft(64);
  private static final List<String> VERDICTS = List.of("accept", "reject", "clamp", "retry");

  CallName call(JsonNode node) {
    String name = node.isString() ? node.asString() : "";
    List<String> known = Arrays.stream(CallName.values()).map(CallName::text).toList();
    return CallName.named(name).orElseThrow(() -> bad("the call", node, "a call", name, known));
  }

  String expected(JsonNode node) {
    String verdict = node.isString() ? node.asString() : "";
    if (!VERDICTS.contains(verdict)) {
      throw bad("expect", node, "accept, reject, clamp or retry", verdict, VERDICTS);
    }
    return verdict;
  }

  /** Fields by name; {@code iov} and {@code fds} are lists, null says nothing. */
  Fields fields(JsonNode node, List<Field> known) {
    Map<Field, Long> fields = new LinkedHashMap<>();
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      throw bad("the fields", node, "an object", "", List.of());
    }
    node.properties()
        .forEach(
            one -> {
              if (one.getValue().isArray()) {
                list(one.getKey(), one.getValue(), known, fields);
              } else if (!one.getValue().isNull()) {
                fields.put(field(one.getKey(), known), number(one.getValue()));
              }
            });
    return Fields.of(fields);
  }

  private void list(String name, JsonNode list, List<Field> known, Map<Field, Long> fields) {
    String one = name.equals("fds") ? "fd" : name;
    for (int i = 0; i < list.size(); i++) {
      fields.put(field(one + i, known), number(list.get(i)));
    }
  }

  private Field field(String name, List<Field> known) {
    List<String> names = known.stream().map(Field::text).toList();
    Optional<Field> field = Field.named(name.toLowerCase(Locale.ROOT));
    return field
        .filter(known::contains)
        .orElseThrow(
            () ->
                new InputError(
                    file,
                    1,
                    1,
                    "the field \"" + name + "\" in case " + id,
                    "a field of the call (" + String.join(", ", names) + ")",
                    Nearest.to(name, names)));
  }

  /** An integer of 64 bits, signed or not, as a number or as text; a name of the headers. */
  long number(JsonNode node) {
    String text = node.isString() ? node.asString() : node.toString();
    Long symbol = Symbols.values().get(text);
    if (symbol != null) {
      return symbol;
    }
    boolean hex = text.matches("0x[0-9a-fA-F]{1,16}");
    if (!hex && !text.matches("-?[0-9]{1,20}")) {
      throw bad("a value", node, "a number of 64 bits", text, List.of());
    }
    BigInteger value = hex ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    if (value.compareTo(LEAST) < 0 || value.compareTo(BELOW) >= 0) {
      throw bad("a value", node, "a number of 64 bits", text, List.of());
    }
    return value.longValue();
  }

  /** {@code [first, end]}: the second is not among the bytes. */
  Range range(JsonNode node) {
    if (!node.isArray() || node.size() != 2) {
      throw bad("a range", node, "a list of two addresses", "", List.of());
    }
    long start = number(node.get(0));
    long end = number(node.get(1));
    if (!Words.below(start, end)) {
      throw bad("a range", node, "one that is not empty", "", List.of());
    }
    return Range.upTo(start, end);
  }

  Remembered remembered(JsonNode node) {
    List<Range> live = new ArrayList<>();
    node.path("live").forEach(range -> live.add(range(range)));
    Remembered remembered =
        Remembered.NOTHING
            .withLive(live)
            .withDescriptors(numbers(node.path("live_fds")))
            .withTokens(numbers(node.path("tokens")))
            .withChildren(numbers(node.path("children")));
    remembered = isThere(node, "brk") ? remembered.withBreak(number(node.path("brk"))) : remembered;
    remembered = isThere(node, "pid") ? remembered.withPid(number(node.path("pid"))) : remembered;
    return isThere(node, "last_ns")
        ? remembered.withLastNs(number(node.path("last_ns")))
        : remembered;
  }

  private static boolean isThere(JsonNode node, String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  private TreeSet<Long> numbers(JsonNode list) {
    TreeSet<Long> numbers = new TreeSet<>();
    list.forEach(one -> numbers.add(number(one)));
    return numbers;
  }

  private InputError bad(
      String what, JsonNode node, String expected, String given, List<String> known) {
    String found = node.isMissingNode() ? "nothing" : node.toString();
    return new InputError(
        file,
        1,
        1,
        "%s for %s in case %s".formatted(found, what, id),
        expected,
        Nearest.to(given, known));
  }
}
