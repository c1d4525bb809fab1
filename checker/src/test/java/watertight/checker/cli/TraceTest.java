package watertight.checker.cli;

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

class TraceTest {
  @TempDir Path dir;

  @Test
  void theTraceWithoutAGuardShowsWhatChanged() {
    Ran.run("trace", "chroot-needs-capability")
        .exits(0)
        .prints("without chroot-needs-capability")
        .prints("A.root: / → /jail")
        .prints("the shortest");
  }

  @Test
  void theJsonHasTheFieldsOfATrace() {
    JsonNode json = Ran.run("trace", "chroot/confines-root", "--format", "json").exits(0).json();
    assertEquals(
        List.of(
            "version",
            "claim",
            "engine",
            "without",
            "rules",
            "shortest",
            "world",
            "steps",
            "goal",
            "loopFrom"),
        Ran.fields(json));
    JsonNode step = json.path("steps").get(0);
    assertEquals(List.of("n", "task", "call", "result", "gate", "changed"), Ran.fields(step));
    assertEquals(List.of("what", "from", "to"), Ran.fields(step.path("changed").get(0)));
    assertTrue(json.path("loopFrom").isNull());
  }

  @Test
  void aTraceSavedAsALitmusFileRunsAgain() throws IOException {
    for (String name :
        List.of(
            "chroot/confines-root",
            "root-per-user",
            "chroot/fd-from-outside",
            "load-check-store",
            "set-limit-serialised",
            "cgroup/unlimited-fork-bomb")) {
      Ran saved = Ran.run("trace", name, "--as", "litmus").exits(0);
      Path file = Files.writeString(dir.resolve("trace.litmus"), saved.out());
      Ran.run("run", file.toString()).exits(0);
    }
  }

  @Test
  void withTheGuardModelAndKernelRefuseInTheSameStep() {
    JsonNode json = onBoth("chroot-needs-capability");
    assertEquals(1, json.path("firstDifference").asInt());
    JsonNode step = json.path("steps").get(0);
    assertEquals(
        List.of("n", "task", "call", "result", "gate", "changed", "model", "modelGate", "kernel"),
        Ran.fields(step));
    assertEquals("0", step.path("result").asString());
    assertEquals("-1 EPERM", step.path("model").asString());
    assertEquals("-1 EPERM", step.path("kernel").asString());
    assertEquals("chroot-needs-capability", step.path("modelGate").asString());
    assertTrue(json.path("disagreement").isNull());
    assertTrue(json.path("settings").path("name_max").asInt() > 0);
  }

  @Test
  void whatIsBrokenSucceedsOnTheKernelToo() {
    JsonNode json = onBoth("chroot/confines-root");
    assertTrue(json.path("firstDifference").isNull());
    for (JsonNode step : json.path("steps")) {
      assertEquals(step.path("result"), step.path("kernel"));
    }
  }

  private static JsonNode onBoth(String name) {
    Ran ran = Ran.run("trace", name, "--on", "both", "--format", "json");
    if (ran.code() == 3) {
      abort("not run: " + ran.json().path("notRun").asString());
    }
    return ran.exits(0).json();
  }

  @Test
  void theKernelAloneHasAColumnOfItsOwn() {
    Ran ran = Ran.run("trace", "chroot/fd-from-outside", "--on", "kernel");
    String head = ran.out().lines().filter(line -> line.contains(" step ")).findFirst().orElse("");
    assertEquals(List.of("step", "found", "kernel"), List.of(head.strip().split(" +")));
  }

  @Test
  void whatNoKernelCanBeAskedSaysWhyAndIsInconclusive() {
    Ran.run("trace", "resolve-in-root", "--on", "both")
        .exits(3)
        .prints("not run: a call is cut between two components")
        .prints("first difference at step 4, with all guards: -1 ENOENT (name-exists)");
    Ran.run("trace", "load-check-store", "--on", "kernel").exits(3).prints("not run: ");
    Ran.run("trace", "resolve-in-root", "--on", "both", "--as", "litmus")
        .exits(2)
        .says("leave out --on both");
  }

  @Test
  void aScenarioThatHoldsHasNoTrace() {
    Ran.run("trace", "chroot/shared-subtree.no-rename")
        .exits(3)
        .printsNothing()
        .says("no trace found")
        .says("holds, ");
  }

  @Test
  void aWholeStateSpaceIsCounted() {
    JsonNode json =
        Ran.run("explore", "chroot/needs-privilege", "--set", "depth=2", "--format", "json")
            .exits(0)
            .json();
    assertEquals(
        List.of(
            "version",
            "machine",
            "reduction",
            "states",
            "transitions",
            "seconds",
            "bytesPerState",
            "peakBytesPerState",
            "exact"),
        Ran.fields(json));
    Ran.run("explore", "chroot/needs-privilege").exits(0).prints("every state was seen");
  }

  @Test
  void theChargeRaceIsCountedAsInTheOtherDescriptions() {
    JsonNode json =
        Ran.run(
                ("explore charge --set tasks=3 --set rounds=2 --set levels=2 --reduction none"
                        + " --format json")
                    .split(" "))
            .exits(0)
            .json();
    assertEquals(4734, json.path("states").asInt());
    Ran.run("explore", "memory/moved-task").exits(0).prints("every state was seen");
  }

  @Test
  void aWeakerDesignHasItsShortestInterleavingWithOneColumnForEachTask() {
    Ran.run("trace", "load-check-store")
        .exits(0)
        .prints("memory/never-overcharged: 6 steps, the shortest")
        .prints("  1  load g0 = 0\n")
        .prints("  6                           store g0 1 = ok");
    JsonNode json = Ran.run("trace", "charge-is-atomic-add", "--format", "json").exits(0).json();
    assertEquals(6, json.path("steps").size());
    assertEquals("t1", json.path("steps").path(5).path("task").asString());
    assertEquals("group g0 max=1", json.path("world").path(1).asString());
  }
}
