package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RunTest {
  private static final String GOOD =
      """
      litmus "good"

      world
        dir /jail

      run
        [A] chdir("/jail") = 0
        [A] open("none", O_RDONLY) = -1 ENOENT
      """;
  private static final String FAILS =
      """
      litmus "fails"

      run
        [A] chdir("/jail") = 0
        [A] getcwd("/", 64) = 2
      """;

  @TempDir Path dir;

  private String file(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void aFileThatGoesAsExpectedIsExitCode0() throws IOException {
    String file = file("good.litmus", GOOD);
    Ran.run("run", file)
        .exits(0)
        .prints("ok")
        .prints("name-exists")
        .prints("1 file, 1 ok, 0 failed");
  }

  @Test
  void aStepThatFailsIsExitCode1AndShowsWhatTheModelDoes() throws IOException {
    String file = file("fails.litmus", FAILS);
    Ran.run("run", file).exits(1).prints("failed").prints("-1 ENOENT").prints("line 4 fails");
  }

  @Test
  void theJsonOfAFileHasItsSteps() throws IOException {
    String file = file("fails.litmus", FAILS);
    JsonNode json = Ran.run("run", file, "--format", "json").exits(1).json();
    assertEquals(List.of("version", "litmus", "vectors", "summary"), Ran.fields(json));
    JsonNode litmus = json.path("litmus").get(0);
    assertEquals(List.of("file", "name", "on", "ok", "skipped", "steps"), Ran.fields(litmus));
    assertEquals("fails", litmus.path("name").asString());
    assertEquals("model", litmus.path("on").asString());
    assertFalse(litmus.path("ok").asBoolean());
    JsonNode step = litmus.path("steps").get(0);
    assertEquals(
        List.of("n", "call", "expected", "model", "kernel", "gate", "ok"), Ran.fields(step));
    assertEquals("0", step.path("expected").asString());
    assertEquals("-1 ENOENT", step.path("model").asString());
    assertEquals("name-exists", step.path("gate").asString());
    assertTrue(litmus.path("steps").get(1).path("ok").asBoolean());
    assertEquals(
        List.of("files", "cases", "ok", "failed", "notRun"), Ran.fields(json.path("summary")));
    assertEquals(1, json.path("summary").path("failed").asInt());
  }

  @Test
  void aDirectoryRunsAllFilesBelowItInTheOrderOfTheirNames() throws IOException {
    file("b/z.litmus", GOOD);
    file("a.litmus", GOOD);
    file("notes.txt", "nothing");
    JsonNode json = Ran.run("run", dir.toString(), "--format", "json").exits(0).json();
    assertEquals(2, json.path("litmus").size());
    assertTrue(json.path("litmus").get(0).path("file").asString().endsWith("a.litmus"));
  }

  @Test
  void inADirectoryABadFileGetsItsLineAndTheRestRuns() throws IOException {
    file("a.litmus", "litmus \"no end\nrun\n");
    file("b.litmus", FAILS);
    file("c.litmus", GOOD);
    Ran text = Ran.run("run", dir.toString()).exits(2).prints("a.litmus:1:").prints("c.litmus");
    text.prints("3 files, 1 ok, 1 failed, 1 bad");
    JsonNode json = Ran.run("run", dir.toString(), "--format", "json").exits(2).json();
    JsonNode bad = json.path("litmus").get(0);
    assertEquals(List.of("file", "ok", "error"), Ran.fields(bad));
    assertEquals(3, json.path("litmus").size());
    assertEquals(2, json.path("summary").path("failed").asInt());
  }

  @Test
  void aBadFileAloneIsOneLine() throws IOException {
    String file = file("a.litmus", "litmus \"t\"\nrun\n  [A] chrot(\"/\") = 0\n");
    Ran ran = Ran.run("run", file).exits(2).printsNothing().showsNoStack();
    ran.says(file + ":3:7: found \"chrot\"").says("did you mean \"chroot\"?");
    assertEquals(2, ran.err().lines().count());
  }

  @Test
  void whatCannotBeReadIsBadInput() throws IOException {
    Ran.run("run", dir.resolve("none.litmus").toString()).exits(2).says("no such file");
    Ran.run("run", dir.toString()).exits(2).says("without *.litmus and *.json files");
    Ran.run("run", file("empty.litmus", "")).exits(2).says("an empty file");
    Ran.run("run", "").exits(2).says("an empty path");
    Ran.run("run", "nul\0byte").exits(2).says("expected the name of a file");
  }

  @Test
  void aFileThatTakesAGuardAwayIsRunWithoutIt() throws IOException {
    String file =
        file(
            "mutant.litmus",
            """
            litmus "mutant"
            without chroot-needs-capability

            world
              dir /jail
              task B uid=1000 caps=

            run
              [B] chroot("/jail") = 0
            """);
    Ran.run("run", file).exits(0);
  }

  @Test
  void whatNeedsOtherSettingsIsNotRunOnTheKernel() throws IOException {
    String needs = "rules symlinks=0\n  symlink /l -> /jail\n  ";
    String file =
        file(
            "rules.litmus",
            GOOD.replace("world\n  ", "world\n  " + needs)
                .replace("\"/jail\") = 0", "\"/l\") = -1 ELOOP"));
    Ran.run("run", file).exits(0);
    JsonNode json = onKernel(file, 3);
    assertEquals(
        "not run: its answers are those of symlinks=0, and this machine has 40",
        json.path("litmus").get(0).path("skipped").asString());
    assertEquals(1, json.path("summary").path("notRun").asInt());
  }

  @Test
  void otherSettingsThatDecideNothingAreNoReason() throws IOException {
    String file = file("rules.litmus", GOOD.replace("world\n", "world\n  rules symlinks=3\n"));
    JsonNode json = onKernel(file, 0);
    assertTrue(json.path("litmus").get(0).path("ok").asBoolean());
    assertEquals(
        List.of("version", "litmus", "vectors", "summary", "kernel", "privilege", "settings"),
        Ran.fields(json));
    assertEquals(40, json.path("settings").path("symlinks").asInt());
  }

  /** The result on the kernel of this machine, with its exit code. */
  private static JsonNode onKernel(String file, int code) {
    Ran ran = Ran.run("run", file, "--on", "kernel", "--format", "json");
    JsonNode json = ran.json();
    if (json.path("kernel").isNull()) {
      abort(json.path("litmus").get(0).path("skipped").asString());
    }
    ran.exits(code);
    return json;
  }

  @Test
  void vectorsOfAKindWithoutAMachineAreSkippedWithTheReason() throws IOException {
    String file =
        file(
            "v.json",
            """
            {"format": 1,
             "pmp": {"convention": "c",
                     "cases": [{"id": "A1", "expect": "allow"}, {"id": "A2", "prose": true}]}}
            """);
    JsonNode json = Ran.run("run", file, "--format", "json").exits(3).json();
    JsonNode vector = json.path("vectors").get(0);
    assertEquals(
        List.of("file", "id", "expected", "model", "gate", "ok", "skipped"), Ran.fields(vector));
    assertEquals("pmp/A1", vector.path("id").asString());
    assertEquals("allow", vector.path("expected").asString());
    assertEquals("no machine for vectors of kind pmp", vector.path("skipped").asString());
    assertEquals(2, json.path("summary").path("cases").asInt());
    assertEquals(2, json.path("summary").path("notRun").asInt());
    Ran.run("run", file).exits(3).prints("1 case, prose, not a vector");
  }

  @Test
  void skippedVectorsBesideFilesThatRunAreNoFailure() throws IOException {
    file("a.litmus", GOOD);
    file("v.json", "{\"pmp\": {\"cases\": [{\"id\": 1}]}}");
    Ran.run("run", dir.toString()).exits(0).prints("1 not run");
  }

  @Test
  void whatIsNoJsonIsBadInput() throws IOException {
    Ran.run("run", file("v.json", "{\"pmp\": [")).exits(2).says("v.json:1:").says("no JSON");
    Ran.run("run", file("w.json", "[]")).exits(2).says("no case of any kind");
    Ran.run("run", dir.resolve("x.json").toString()).exits(2).says("cannot be read");
  }

  @Test
  void stepsWithinACallAreRunInTheModelAndAreNotPutToAKernel() {
    String file = Path.of("..", "specs", "litmus", "charge", "moved-task.litmus").toString();
    Ran.run("run", file).exits(0).prints("[t1] remove g1").prints("1 file, 1 ok, 0 failed");
    Ran.run("run", file, "--on", "kernel")
        .exits(3)
        .prints("not run: its steps lie within one call");
  }
}
