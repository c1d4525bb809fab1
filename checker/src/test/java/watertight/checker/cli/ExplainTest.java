package watertight.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExplainTest {
  private static final String CLAIM = "chroot/dotdot-is-root";

  @Test
  void thePageHasEverySection() {
    Ran page = Ran.run("explain", CLAIM).exits(0);
    for (String section :
        List.of(
            "question",
            "guards",
            "remarks",
            "known breaks",
            "engines",
            "litmus files",
            "sources",
            "not modelled",
            "trace")) {
      assertTrue(page.out().lines().anyMatch(section::equals), section);
    }
  }

  @Test
  void theTraceIsSearchedWithTheRecordedGuardAway() {
    Ran.run("explain", CLAIM).exits(0).prints("without dotdot-stops-at-root");
  }

  @Test
  void theJsonHasTheFieldsOfTheContract() {
    JsonNode json = Ran.run("explain", CLAIM, "--format", "json").exits(0).json();
    assertEquals(
        List.of(
            "version",
            "claim",
            "statement",
            "expected",
            "guards",
            "sources",
            "engines",
            "limits",
            "trace"),
        Ran.fields(json));
    assertFalse(json.path("limits").isEmpty());
    assertEquals("dotdot-stops-at-root", json.path("trace").path("without").get(0).asString());
  }

  @Test
  void anUnknownClaimComesWithTheNearest() {
    Ran.run("explain", "chroot/dotdot-is-rot").exits(2).says("chroot/dotdot-is-root");
  }
}
