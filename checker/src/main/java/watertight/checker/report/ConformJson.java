package watertight.checker.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.conform.Report;

/** What {@code conform} found, as JSON. */
public final class ConformJson {
  private ConformJson() {}

  /**
   * The object, as text.
   *
   * @param baseline the runs in a second of a bare C loop, where it was measured
   */
  public static List<String> lines(Report report, Optional<Double> baseline) {
    ObjectNode object =
        Json.versioned()
            .put("seed", report.seed())
            .put("runs", report.runs())
            .put("calls", report.calls())
            .put("disagreements", report.disagreements().size())
            .put("runsPerSecond", rounded(report.runsPerSecond()));
    baseline.ifPresentOrElse(
        rate -> object.put("baselineRunsPerSecond", rounded(rate)),
        () -> object.putNull("baselineRunsPerSecond"));
    object.set("coverage", coverage(report));
    ObjectNode success = object.putObject("success");
    report
        .coverage()
        .success()
        .forEach((call, share) -> success.put(call, Math.round(share * 1000) / 1000.0));
    object.set("signals", SignalTable.json(report));
    HostJson.put(object, Optional.of(report.host()));
    object.put("network", report.host().network().name().toLowerCase(Locale.ROOT));
    Json.putOrNull(object, "statesNotCompared", report.unseen());
    object.put("litmus", report.litmus()).put("notRun", report.notRun());
    object.put("retries", report.retries());
    ArrayNode differences = object.putArray("differences");
    report
        .disagreements()
        .forEach(
            found ->
                differences.addObject().put("origin", found.origin()).put("litmus", found.text()));
    return Json.lines(object);
  }

  private static ObjectNode coverage(Report report) {
    ObjectNode coverage =
        Json.object().put("reached", report.reached()).put("possible", report.possible().size());
    ArrayNode missing = coverage.putArray("missing");
    report
        .missing()
        .forEach(
            (pair, reason) ->
                missing
                    .addObject()
                    .put("call", pair.call())
                    .put("gate", pair.gate())
                    .put("reason", reason));
    ArrayNode unexpected = coverage.putArray("unexpected");
    report
        .unexpected()
        .forEach(pair -> unexpected.addObject().put("call", pair.call()).put("gate", pair.gate()));
    return coverage;
  }

  private static double rounded(double rate) {
    return Math.round(rate * 10) / 10.0;
  }
}
