package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchTest {
  private static final String JAILED =
      """
      scenario "a jailed task without capabilities"

      world
        dir  /jail/d
        file /etc/motd "outside"
      party attacker task A uid=1000 caps= root=/jail cwd=/jail
        may open, chdir
      goal  attacker reads "/etc/motd"
      scope default: inodes 7, fds 1, components 2, depth 4
      """;

  @TempDir Path dir;

  private String file(String text) throws IOException {
    return Files.writeString(dir.resolve("own.scenario"), text).toString();
  }

  @Test
  void whatHoldsSaysOnWhatItRests() throws IOException {
    String file = file(JAILED);
    Ran.run("search", file)
        .exits(0)
        .prints("holds (exhaustive)")
        .prints("depth 4")
        .prints("dotdot-stops-at-root");
    JsonNode json = Ran.run("search", file, "--format", "json").exits(0).json();
    assertEquals("holds", json.path("verdict").asString());
    assertEquals(
        List.of("dotdot-stops-at-root"),
        json.path("breaksWithout").get(0).valueStream().map(JsonNode::asString).toList());
    assertTrue(json.path("states").asLong() > 1);
  }

  @Test
  void whatBreaksSaysWhatWouldStopIt() throws IOException {
    String file = file(JAILED);
    Ran.run("search", file, "--without", "dotdot-stops-at-root").exits(1).prints("stopped by");
    JsonNode json =
        Ran.run("search", file, "--without", "dotdot-stops-at-root", "--format", "json")
            .exits(1)
            .json();
    assertEquals("[[\"dotdot-stops-at-root\"]]", json.path("stoppedBy").toString());
    assertTrue(json.path("steps").size() > 0);
  }

  @Test
  void aTimeThatIsSpentIsInconclusive() throws IOException {
    Ran.run("search", file(JAILED), "--time", "0s").exits(3).prints("inconclusive");
  }

  @Test
  void aBadScenarioIsOneClearLine() throws IOException {
    Ran.run("search", file("scenario \"x\"\n")).exits(2).printsNothing().says(":1:13: found");
    Ran.run("search", dir.resolve("none.scenario").toString()).exits(2).says("no such file");
  }

  private static final String SHARED =
      """
      scenario "a cache and a worker under one limit"
      machine charge

      world
        group g0 max=3
        group g1 parent=g0 max=2
        group g2 parent=g0 max=2
      party cache  task t0 group=g1 holds=1 runs charge 1, uncharge
      party worker task t1 group=g2 runs charge 2
      goal granted g0 > 3
      """;

  @Test
  void aScenarioOfTheChargeMachineIsSearchedInEveryInterleaving() throws IOException {
    JsonNode json = Ran.run("search", file(SHARED), "--format", "json").exits(0).json();
    assertEquals("holds", json.path("verdict").asString());
    assertEquals(
        "[[\"charge-is-atomic-add\"],[\"charge-before-allocation\"],"
            + "[\"charge-checks-every-ancestor\"]]",
        json.path("breaksWithout").toString());
    String without = "charge-checks-every-ancestor";
    Ran.run("search", file(SHARED), "--without", without)
        .exits(1)
        .prints("goal granted g0 > 3")
        .prints("stopped by (all of what is away, sets of at most 1)\n  " + without);
    Ran.run("search", file(SHARED.replace("granted g0 > 3", "usage g0 > 3"))).exits(1);
    Ran.run("search", file(SHARED), "--without", "resolve-beneath")
        .exits(2)
        .says("no guard of this machine for --without \"resolve-beneath\"");
    Ran.run("explore", file(SHARED)).exits(0).prints("every state was seen");
    Ran.run("search", file(SHARED.replace("chine charge", "chine chrge")))
        .exits(2)
        .says("did you mean \"charge\"?");
  }
}
