package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The executor under AddressSanitizer and UBSan, which end a process that they find at fault. In
 * the dispatcher and in pid 1 of a world that is an internal error, in a task an answer that no
 * model gives. {@code -Dwatertight.sanitized.runs=N} makes more random runs, from {@code
 * -Dwatertight.sanitized.seed=N}.
 */
class SanitizedTest {
  private static final int RUNS = Integer.getInteger("watertight.sanitized.runs", 40);

  /** Whether model and kernel agree from fresh seeds is asked elsewhere, and faster. */
  private static final long SEED = 5;

  @TempDir Path dir;

  @Test
  void litmusFilesAndRandomRunsAreClean() throws IOException, InterruptedException {
    long seed = Long.getLong("watertight.sanitized.seed", SEED);
    ProcessBuilder builder =
        Command.builder(
            dir.resolve("cache"),
            List.of(),
            List.of("-Dwatertight.oracle.sanitize=true"),
            ("conform --format json --runs " + RUNS + " --seed " + seed).split(" "));
    Path said = dir.resolve("said");
    Path out = dir.resolve("out");
    int code = builder.redirectError(said.toFile()).redirectOutput(out.toFile()).start().waitFor();
    if (code == 3) {
      abort(Files.readString(said));
    }
    assertEquals(0, code, () -> "seed " + seed + "\n" + text(said) + text(out));
    JsonNode json = JsonMapper.shared().readTree(Files.readString(out));
    assertEquals(RUNS, json.path("runs").asInt());
    assertEquals(0, json.path("notRun").asInt(), "a world that was not made says nothing");
    assertTrue(json.path("statesNotCompared").isNull(), Files.readString(out));
    assertTrue(json.path("litmus").asInt() >= 300, json.path("litmus").asString());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
