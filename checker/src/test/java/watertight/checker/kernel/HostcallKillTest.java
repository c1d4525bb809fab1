package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What answers the calls of enclaves leaves neither a process nor a file. */
class HostcallKillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GONE_WITHIN = Duration.ofSeconds(1);
  private static final int KILLS = 3;

  @TempDir Path dir;
  private Path cache;
  private Path worlds;

  @BeforeEach
  void compileFirst() throws IOException, InterruptedException {
    cache = dir.resolve("cache");
    worlds = Files.createDirectory(dir.resolve("w"));
    Command ran = Command.run(command(List.of(), "--runs", "2"), dir.resolve("log"));
    if (ran.code() == 3) {
      abort(ran.out());
    }
    assertEquals(0, ran.code(), ran.out());
  }

  private ProcessBuilder command(List<String> before, String... more) {
    List<String> words =
        Stream.concat(Stream.of("conform", "--machine", "hostcall"), Stream.of(more)).toList();
    ProcessBuilder builder =
        Command.builder(cache, before, List.of(), words.toArray(String[]::new));
    builder.environment().put("TMPDIR", worlds.toString());
    return builder;
  }

  @Test
  void nothingIsLeftOfRunsThatEnd() {
    assertEquals(List.of(), left());
  }

  @Test
  void nothingIsLeftOfACommandThatIsKilled() throws IOException, InterruptedException {
    for (int n = 0; n < KILLS; n++) {
      Process command =
          command(List.of("setsid"), "--runs", "100000")
              .redirectErrorStream(true)
              .redirectOutput(dir.resolve("log").toFile())
              .start();
      try {
        assertTrue(Leftovers.within(PATIENCE, () -> !left().isEmpty()), "no world came");
      } finally {
        Leftovers.killGroup(command);
        command.waitFor();
      }
      assertTrue(Leftovers.within(GONE_WITHIN, () -> left().isEmpty()), () -> "left " + left());
    }
  }

  /** Directories of worlds, and processes that run a program of this test's cache. */
  private List<String> left() {
    try (Stream<Path> files = Files.list(worlds)) {
      return Stream.concat(
              files.map(Path::toString),
              Leftovers.processesBelow(cache).stream().map(String::valueOf))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
