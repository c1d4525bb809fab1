package watertight.checker.report;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What there is by name, as JSON. */
public final class ListJson {
  private ListJson() {}

  /**
   * A claim in the list.
   *
   * @param claim its name
   * @param expected the verdict that it must have
   * @param guards the guards that carry it
   * @param engines the engines that cover it
   */
  public record ClaimEntry(
      String claim, String expected, List<String> guards, List<String> engines) {}

  /** The object, as text. */
  public static List<String> lines(
      List<String> systems,
      List<ClaimEntry> claims,
      List<String> guards,
      List<String> scenarios,
      List<String> escapes) {
    ObjectNode object = Json.versioned();
    object.set("systems", Json.strings(systems));
    ArrayNode list = object.putArray("claims");
    for (ClaimEntry claim : claims) {
      ObjectNode entry =
          list.addObject().put("claim", claim.claim()).put("expected", claim.expected());
      entry.set("guards", Json.strings(claim.guards()));
      entry.set("engines", Json.strings(claim.engines()));
    }
    object.set("guards", Json.strings(guards));
    object.set("scenarios", Json.strings(scenarios));
    object.set("escapes", Json.strings(escapes));
    return Json.lines(object);
  }
}
