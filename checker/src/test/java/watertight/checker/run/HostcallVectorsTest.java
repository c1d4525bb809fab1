package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.checker.text.InputError;

class HostcallVectorsTest {
  private static final Path GIVEN = Path.of("..", "specs", "vectors", "iago.json");
  private static final int PROSE = 5;

  @TempDir Path dir;

  private List<VectorOutcome> run(String cases) throws IOException {
    Path file = dir.resolve("v.json");
    Files.writeString(file, "{\"iago\": {\"cases\": [" + cases + "]}}");
    return VectorFile.read(file).cases();
  }

  @Test
  void everyCaseOfTheSpecificationIsAnsweredAsItSays() {
    List<VectorOutcome> cases = VectorFile.read(GIVEN).cases();
    assertEquals(
        List.of(), cases.stream().filter(one -> one.skipped().isEmpty() && !one.ok()).toList());
    assertEquals(PROSE, cases.stream().filter(one -> one.skipped().isPresent()).count());
  }

  @Test
  void aWrongExpectationFailsAndTheCheckIsNamed() throws IOException {
    VectorOutcome one =
        run("""
        {"id": 1, "call": "read", "args": {"count": 8}, "host_result": {"ret": 9},
         "expect": "accept"}
        """)
            .getFirst();
    assertFalse(one.ok());
    assertEquals(Optional.of("reject"), one.model());
    assertEquals(Optional.of("received-at-most-asked"), one.gate());
  }

  @Test
  void aClampToAnotherValueFails() throws IOException {
    String line =
        """
        {"id": 1, "call": "nanosleep", "args": {"timeout_us": 100},
         "host_result": {"ret": 0, "remaining_us": 200}, "expect": "clamp",
         "value": {"remaining_us": %d}}
        """;
    assertTrue(run(line.formatted(100)).getFirst().ok());
    assertFalse(run(line.formatted(101)).getFirst().ok());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 1, \"call\": \"raed\", \"expect\": \"accept\"} ~ did you mean \"read\"?",
        "{\"id\": 1, \"call\": \"read\", \"expect\": \"acept\"} ~ did you mean \"accept\"?",
        "{\"id\": 1, \"call\": \"read\", \"args\": {\"cuont\": 1}, \"expect\": \"accept\"} ~ did"
            + " you mean \"count\"?",
        "{\"id\": 1, \"call\": \"read\", \"args\": {\"count\": 1.5}, \"expect\": \"accept\"} ~"
            + " expected a number of 64 bits",
        "{\"id\": 1, \"call\": \"mmap\", \"remembers\": {\"live\": [[2, 1]]}, \"expect\":"
            + " \"accept\"} ~ expected one that is not empty"
      })
  void aBadCaseIsOneClearError(String text) {
    String[] parts = text.split(" ~ ?");
    InputError error = assertThrows(InputError.class, () -> run(parts[0]));
    assertTrue(error.getMessage().contains(parts[1].strip()), error.getMessage());
    assertTrue(error.getMessage().contains("in case iago/1"), error.getMessage());
  }
}
