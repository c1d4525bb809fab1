package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What programs and people read of conform; where no kernel can be asked, the tests say so. */
class ConformCommandTest {
  private static final String AWAY = "rename-same-mount";

  @TempDir Path dir;

  private static Ran conform(String... more) {
    List<String> args = Stream.concat(Stream.of("conform"), Stream.of(more)).toList();
    Ran ran = Ran.run(args.toArray(new String[0]));
    assumeTrue(!ran.err().contains("not run: "), ran.err());
    return ran;
  }

  @Test
  void theObjectHasWhatTheContractSays() {
    JsonNode json = conform("--runs", "20", "--seed", "5", "--format", "json").exits(0).json();
    List<String> fields =
        List.of(
            "version",
            "seed",
            "runs",
            "calls",
            "disagreements",
            "runsPerSecond",
            "baselineRunsPerSecond",
            "coverage",
            "success");
    assertEquals(fields, Ran.fields(json).subList(0, fields.size()));
    assertEquals(5, json.path("seed").asLong());
    assertEquals(20, json.path("runs").asLong());
    assertEquals(0, json.path("disagreements").asInt());
    assertTrue(json.path("calls").asLong() > 1000, "calls " + json.path("calls"));
    assertTrue(json.path("runsPerSecond").asDouble() > 0);
    assertTrue(json.path("baselineRunsPerSecond").isNull());
    JsonNode coverage = json.path("coverage");
    int missing = coverage.path("possible").asInt() - coverage.path("reached").asInt();
    assertTrue(coverage.path("missing").size() >= missing, coverage.toString());
    coverage
        .path("missing")
        .forEach(pair -> assertEquals(List.of("call", "gate", "reason"), Ran.fields(pair)));
    double mkdir = json.path("success").path("mkdir").asDouble();
    assertTrue(mkdir > 0.3 && mkdir < 1, "mkdir " + mkdir);
  }

  @Test
  void theBareLoopIsMeasuredWhenAskedFor() {
    JsonNode json = conform("--runs", "20", "--baseline", "--format", "json").exits(0).json();
    assertTrue(json.path("baselineRunsPerSecond").asDouble() > 0, json.toString());
  }

  @Test
  void worldsHaveANetworkNamespaceWhenAskedFor() {
    String[] few = {"--runs", "20", "--seed", "5", "--net"};
    Ran ran = conform(few).exits(0).prints("each with a network namespace");
    ran.says("--net");
    JsonNode json = conform("--runs", "1", "--net", "--format", "json").exits(0).json();
    assertEquals("own", json.path("network").asString());
  }

  @Test
  void peopleSeeTheFirstMissingPairsOnly() {
    Ran ran = conform("--runs", "1", "--seed", "5").exits(0).prints("all in --format json");
    assertEquals(5, ran.out().lines().filter(line -> line.startsWith("  missing ")).count());
  }

  @Test
  void aDifferenceIsSavedAsALitmusFileThatFailsInThatModel() throws IOException {
    Path saved = dir.resolve("differences");
    Ran ran = conform("--runs", "60", "--seed", "1", "--without", AWAY, "--save", saved.toString());
    ran.exits(1).prints("without " + AWAY).says("to repeat a difference: ./watertight run ");
    List<Path> files;
    try (Stream<Path> list = Files.list(saved)) {
      files = list.toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      assertTrue(ran.out().contains(Files.readString(file).lines().toList().getFirst()));
      Ran.run("run", file.toString()).exits(1).prints("fails");
    }
  }

  @Test
  void aDifferenceIsInTheObjectToo() {
    JsonNode json =
        conform("--runs", "60", "--seed", "1", "--without", AWAY, "--format", "json")
            .exits(1)
            .json();
    assertEquals(json.path("disagreements").asInt(), json.path("differences").size());
    assertTrue(json.path("differences").path(0).path("litmus").asString().contains("litmus \""));
  }

  @Test
  void realAnswersAreCountedByCallAndKind() {
    JsonNode json =
        conform("--machine", "hostcall", "--runs", "3", "--seed", "5", "--format", "json")
            .exits(0)
            .json();
    assertEquals("hostcall", json.path("machine").asString());
    assertEquals(3, json.path("runs").asInt());
    assertEquals(0, json.path("disagreements").asInt());
    assertTrue(json.path("calls").asInt() > 500, json::toString);
    assertTrue(json.path("met").path("read").size() > 2, json::toString);
    assertTrue(json.path("trace").isNull());
  }

  @Test
  void aShieldThatIsTooStrictIsSavedAsALitmusFile() throws IOException {
    conform(
            "--machine",
            "hostcall",
            "--without",
            "interruption-passes",
            "--seed",
            "5",
            "--save",
            dir.toString())
        .exits(1);
    String litmus = Files.readString(dir.resolve("answer.litmus"));
    assertTrue(litmus.contains("without interruption-passes"), litmus);
    Ran.run("run", dir.resolve("answer.litmus").toString()).exits(0);
  }

  @Test
  void aMachineThatIsNotThereIsBadUsage() {
    assertTrue(Ran.run("conform", "--machine", "hostcal").exits(2).err().contains("\"hostcall\""));
    Ran.run("conform", "--machine", "hostcall", "--baseline").exits(2);
  }
}
