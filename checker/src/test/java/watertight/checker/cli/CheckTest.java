package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckTest {
  private static final String CLAIM = "chroot/needs-privilege";

  @TempDir Path dir;

  @Test
  void aClaimThatIsAsExpectedIsExitCode0() {
    Ran.run("check", CLAIM, "--engine", "explore")
        .exits(0)
        .prints("ok ")
        .prints("holds (exhaustive)")
        .prints("depth ")
        .prints("1 claim: 1 ok");
  }

  @Test
  void withoutItsGuardItFallsAndShowsTheTrace() {
    Ran.run("check", CLAIM, "--engine", "explore", "--without", "chroot-needs-capability")
        .exits(1)
        .prints("broken ")
        .prints("chroot(\"jail\")")
        .prints("1 fell");
  }

  @Test
  void whatIsExpectedToBreakIsOkWhenItDoes() {
    Ran.run("check", "chroot/fd-from-outside", "--engine", "explore").exits(0).prints("1 step");
  }

  @Test
  void aRunWithoutTimeIsInconclusive() {
    Ran.run("check", CLAIM, "--time", "0s")
        .exits(3)
        .prints("inconclusive")
        .prints("time was spent");
  }

  @Test
  void everyEngineIsAskedThatCoversAClaim() {
    Ran ran = Ran.run("check", CLAIM, "--time", "0s", "--format", "json");
    Set<String> asked = new HashSet<>();
    for (JsonNode evidence : ran.json().get("claims").get(0).get("evidence")) {
      if (!text(evidence, "verdict").equals("not-covered")) {
        asked.add(text(evidence, "engine"));
      }
    }
    assertEquals(Set.of("explore", "fuzz", "alloy", "agree", "kernel"), asked);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  @Test
  void theKernelIsAskedAboutAModelWithoutAGuardOnlyByName() {
    String guard = "chroot-needs-capability";
    Ran ran = Ran.run("check", CLAIM, "--without", guard, "--time", "0s", "--format", "json");
    assertFalse(ran.out().contains("\"kernel\""), ran.out());
    Ran named = Ran.run("check", CLAIM, "--without", guard, "--engine", "kernel");
    if (named.out().contains("not-run")) {
      abort(named.out());
    }
    named
        .exits(1)
        .prints("disagreement")
        .prints("model and kernel differ in step 1: model 0, kernel -1 EPERM");
  }

  @Test
  void whatIsRequiredIsAskedToo() {
    Ran.run("check", CLAIM, "--require", "kernel", "--engine", "explore").prints("  kernel ");
  }

  @Test
  void aClaimThatNoEngineCoversIsInconclusive() {
    Ran.run("check", CLAIM, "--engine", "smt").exits(3).prints("not-covered");
  }

  @Test
  void theLineThatRepeatsTheRunHasTheSeed() {
    assertEquals(
        "to repeat: ./watertight check " + CLAIM + " --engine explore --seed 1",
        Ran.run("check", CLAIM, "--engine", "explore").lastLine());
    assertTrue(
        Ran.run("check", CLAIM, "--engine", "explore", "--seed", "7").lastLine().endsWith("7"));
  }

  @Test
  void theJsonHasEvidenceForEachClaim() {
    JsonNode json =
        Ran.run("check", CLAIM, "chroot/fd-from-outside", "--engine", "explore", "--format", "json")
            .exits(0)
            .json();
    assertEquals(List.of("version", "seed", "rules", "claims", "summary"), Ran.fields(json));
    assertEquals(40, json.path("rules").path("symlinks").asInt());
    JsonNode claim = json.path("claims").get(0);
    assertEquals(
        List.of("claim", "expected", "verdict", "ok", "evidence", "trace"), Ran.fields(claim));
    assertTrue(claim.path("trace").isNull());
    JsonNode evidence = claim.path("evidence").get(0);
    assertEquals(
        List.of(
            "engine",
            "verdict",
            "strength",
            "bound",
            "actions",
            "states",
            "transitions",
            "exact",
            "seconds"),
        Ran.fields(evidence));
    JsonNode broken = json.path("claims").get(1);
    assertEquals("broken", broken.path("verdict").asString());
    assertFalse(broken.path("trace").path("steps").isEmpty());
    assertEquals(
        List.of("claims", "ok", "fell", "vacuous", "inconclusive", "notRun", "disagreements"),
        Ran.fields(json.path("summary")));
    assertEquals(2, json.path("summary").path("ok").asInt());
  }

  @Test
  void theReportHasATestCaseForEachClaim() throws IOException {
    Path file = dir.resolve("report.xml");
    Ran.run(
            "check",
            CLAIM,
            "--engine",
            "explore",
            "--without",
            "chroot-needs-capability",
            "--report",
            "junit=" + file)
        .exits(1);
    String xml = Files.readString(file);
    assertTrue(xml.contains("tests=\"1\" failures=\"1\""), xml);
    assertTrue(xml.contains("<failure type=\"broken\""), xml);
    assertTrue(xml.contains("chroot(&quot;jail&quot;)"), xml);
    try (var files = Files.list(dir)) {
      assertEquals(List.of(file), files.toList());
    }
  }
}
