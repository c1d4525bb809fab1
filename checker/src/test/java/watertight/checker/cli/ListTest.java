package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListTest {

  @Test
  void everythingHasItsSection() {
    Ran list = Ran.run("list").exits(0);
    for (String section :
        List.of("systems", "claims", "guards", "scenarios", "escapes", "scopes")) {
      assertTrue(list.out().lines().anyMatch(section::equals), section);
    }
  }

  @Test
  void aClaimStandsOnOneLineWithItsVerdictAndEngines() {
    String line =
        Ran.run("list", "claims")
            .exits(0)
            .out()
            .lines()
            .filter(one -> one.startsWith("chroot/confines-root "))
            .findFirst()
            .orElseThrow();
    assertTrue(line.contains("broken") && line.contains("explore"), line);
  }

  @Test
  void aGuardNamesTheClaimsThatRestOnIt() {
    String line =
        Ran.run("list", "guards")
            .exits(0)
            .out()
            .lines()
            .filter(one -> one.startsWith("chroot-needs-capability "))
            .findFirst()
            .orElseThrow();
    assertTrue(line.contains("EPERM") && line.contains("chroot/needs-privilege"), line);
  }

  @Test
  void scenariosSayWhatTheirScopesMean() {
    Ran.run("list", "scenarios").exits(0).prints("chroot/confines-root").prints("depth ");
  }

  @Test
  void theJsonHasAllLists() {
    JsonNode json = Ran.run("list", "--format", "json").exits(0).json();
    assertEquals(
        List.of("version", "systems", "claims", "guards", "scenarios", "escapes"),
        Ran.fields(json));
    assertEquals(
        List.of("claim", "expected", "guards", "engines"), Ran.fields(json.path("claims").get(0)));
    assertTrue(json.path("guards").get(0).isString());
  }
}
