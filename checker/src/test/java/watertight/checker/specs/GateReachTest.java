package watertight.checker.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import watertight.checker.pages.Markdown;
import watertight.model.Gate;
import watertight.model.linux.LinuxGuards;

class GateReachTest {
  private static final String HEADING = "Gates no litmus file reaches";

  @Test
  void everyGateIsReachedByALitmusFileOrRecordedWithTheReason() {
    TreeSet<String> unreached = new TreeSet<>();
    LinuxGuards.all().stream()
        .filter(guard -> guard instanceof Gate)
        .forEach(gate -> unreached.add(gate.id()));
    unreached.removeAll(Specs.gatesReached());
    assertEquals(unreached, recorded().keySet());
  }

  @Test
  void everyRecordedGateHasAReason() {
    recorded().forEach((gate, reason) -> assertFalse(reason.isBlank(), gate));
  }

  /** The gates that LIMITS.md lists, each with the reason. */
  private static Map<String, String> recorded() {
    Map<String, String> recorded = new TreeMap<>();
    for (String item : Markdown.items(Specs.read("LIMITS.md"), HEADING)) {
      int colon = item.indexOf(':');
      recorded.put(item.substring(0, colon), item.substring(colon + 1));
    }
    return recorded;
  }
}
