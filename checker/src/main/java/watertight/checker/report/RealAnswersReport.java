package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.honest.RealAnswers;
import watertight.model.enclave.hostcall.CallName;

/** What came of putting a kernel's real answers to the shields. */
public final class RealAnswersReport {
  private static final int WIDEST = 100;

  private RealAnswersReport() {}

  /** As text. */
  public static List<String> text(RealAnswers.Report report, Style style) {
    List<String> lines = new ArrayList<>();
    report.trace().ifPresent(trace -> lines.addAll(TraceText.lines(trace, style)));
    lines.add(
        "%s: %s of %d calls, of %d kinds, in %s from seed %d; %s answers/s over %s"
            .formatted(
                report.kernel(),
                Lines.count(report.tally().answers(), "real answer"),
                report.tally().met().size(),
                report.tally().kinds(),
                Lines.count(report.runs(), "world"),
                report.limits().seed(),
                Lines.grouped(Math.round(rate(report))),
                Lines.seconds(report.seconds())));
    report
        .tally()
        .met()
        .forEach(
            (call, kinds) ->
                lines.addAll(
                    Lines.indented(Lines.wrapped(call.text() + ": " + met(kinds), WIDEST))));
    lines.add(
        report
            .wrong()
            .map(wrong -> style.strong("disagreement") + ": " + wrong)
            .orElse(style.strong("every real answer passes the shields")));
    return lines;
  }

  private static String met(SortedMap<String, Long> kinds) {
    return kinds.entrySet().stream()
        .map(one -> one.getKey() + " " + Lines.grouped(one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static double rate(RealAnswers.Report report) {
    return report.seconds() == 0 ? 0 : report.tally().answers() / report.seconds();
  }

  /** As JSON. */
  public static List<String> json(RealAnswers.Report report) {
    ObjectNode object =
        Json.versioned()
            .put("machine", "hostcall")
            .put("seed", report.limits().seed())
            .put("runs", report.runs())
            .put("calls", report.tally().answers())
            .put("disagreements", report.wrong().isPresent() ? 1 : 0)
            .put("answersPerSecond", Math.round(rate(report)))
            .put("kernel", report.kernel());
    ObjectNode met = object.putObject("met");
    for (Map.Entry<CallName, SortedMap<String, Long>> one : report.tally().met().entrySet()) {
      ObjectNode kinds = met.putObject(one.getKey().text());
      one.getValue().forEach(kinds::put);
    }
    Json.putOrNull(object, "wrong", report.wrong());
    report
        .trace()
        .ifPresentOrElse(
            trace -> object.set("trace", TraceJson.object(trace)), () -> object.putNull("trace"));
    return Json.lines(object);
  }
}
