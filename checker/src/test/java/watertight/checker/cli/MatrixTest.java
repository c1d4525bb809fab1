package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import watertight.model.Claim;

class MatrixTest {
  private static final String[] EXPLORE = {"matrix", "--engine", "explore", "--format", "json"};

  @Test
  void exploreCatchesEveryGuardAsRecorded() {
    JsonNode json = Ran.run(EXPLORE).exits(0).json();
    assertEquals(List.of("version", "guards"), Ran.fields(json));
    for (JsonNode guard : json.path("guards")) {
      JsonNode explore = guard.path("engines").path("explore");
      assertTrue(explore.path("caught").asBoolean(), guard::toString);
      assertTrue(isRecorded(guard.path("guard").asString(), explore), guard::toString);
    }
  }

  private static boolean isRecorded(String guard, JsonNode caught) {
    List<String> with = caught.path("with").valueStream().map(JsonNode::asString).toList();
    return Catalogue.claims().stream()
        .flatMap(claim -> claim.twins().stream())
        .anyMatch(twin -> isTwin(twin, guard, with, caught.path("steps").asInt()));
  }

  private static boolean isTwin(Claim.Twin twin, String guard, List<String> with, int steps) {
    List<String> others =
        twin.away().stream().map(one -> one.id()).filter(id -> !id.equals(guard)).sorted().toList();
    boolean hasIt = twin.away().size() == others.size() + 1;
    return hasIt && others.equals(with) && steps == twin.steps();
  }

  /** Some guards are missed alone: others stand in for them. */
  @Test
  void withSetsOfOneAGuardThatOthersStandInForIsMissed() {
    Ran.run("matrix", "--engine", "explore", "--sets", "1").exits(4).prints("missed");
  }

  @Test
  void wrongArgumentsAreSaid() {
    Ran.run("matrix", "chrot").exits(2).says("chroot");
    Ran.run("matrix", "--sets", "0").exits(2).says("expected 1 to 5");
    Ran.run("matrix", "--engine", "agree").exits(2).says("engine");
  }
}
