package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command line did.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Ran(int code, String out, String err) {
  /** Runs the program. */
  static Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** This, with the exit code that it must have. */
  Ran exits(int expected) {
    assertEquals(expected, code, () -> "exit code of a run that said:\n" + out + err);
    return this;
  }

  /** This, which must say {@code text} on standard output. */
  Ran prints(String text) {
    assertTrue(out.contains(text), () -> "no \"" + text + "\" in:\n" + out);
    return this;
  }

  /** This, which must print nothing. */
  Ran printsNothing() {
    assertEquals("", out);
    return this;
  }

  /** This, which must say {@code text} on standard error. */
  Ran says(String text) {
    assertTrue(err.contains(text), () -> "no \"" + text + "\" in:\n" + err);
    return this;
  }

  /** This, which must not show where in the program something happened. */
  Ran showsNoStack() {
    assertFalse(err.contains("\tat "), err);
    assertFalse(out.contains("\tat "), out);
    return this;
  }

  /** The last line on standard error. */
  String lastLine() {
    return err.lines().toList().getLast();
  }

  /** Standard output as JSON of version 1. */
  JsonNode json() {
    JsonNode json = JsonMapper.shared().readTree(out);
    assertEquals(1, json.path("version").asInt());
    return json;
  }

  /** The names of the fields of an object. */
  static List<String> fields(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }
}
