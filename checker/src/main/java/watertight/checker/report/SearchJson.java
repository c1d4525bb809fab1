package watertight.checker.report;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer to somebody's own situation, as JSON. */
public final class SearchJson {
  private SearchJson() {}

  /** The trace, or the verdict, with the guards that decide. */
  public static List<String> lines(SearchReport report) {
    ObjectNode object =
        report
            .trace()
            .map(TraceJson::object)
            .orElseGet(() -> Json.versioned().setAll(CheckJson.evidence(report.evidence())));
    ArrayNode sets = object.putArray(report.field());
    report.sets().forEach(set -> sets.add(Json.strings(set)));
    return Json.lines(object);
  }
}
