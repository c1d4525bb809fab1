package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watertight.checker.conform.Report;

/** What {@code conform} found, as text. */
public final class ConformText {
  private static final int A_LINE = 6;
  private static final int MOST_MISSING = 5;

  private ConformText() {}

  /**
   * The lines.
   *
   * @param baseline the runs in a second of a bare C loop, where it was measured
   */
  public static List<String> lines(Report report, Optional<Double> baseline, Style style) {
    List<String> lines = new ArrayList<>();
    report.disagreements().forEach(found -> lines.addAll(difference(found, style)));
    lines.add(report.host().text());
    lines.add(
        "%s, %s in random runs from seed %d; %s answered by both"
            .formatted(
                Lines.count(report.litmus(), "litmus file"),
                Lines.count(report.runs(), "run"),
                report.seed(),
                Lines.count(report.calls(), "call")));
    report.unseen().ifPresent(why -> lines.add("not run: states were not compared: " + why));
    lines.addAll(notAsked(report));
    if (report.retries() > 0) {
      lines.add("EAGAIN: scoped walks tried again " + Lines.count(report.retries(), "time"));
    }
    lines.add(rate(report, baseline));
    lines.addAll(coverage(report));
    lines.addAll(SignalTable.lines(report));
    lines.add("calls that succeeded:");
    lines.addAll(Lines.indented(success(report)));
    int differ = report.disagreements().size();
    lines.add(
        differ == 0
            ? style.strong("model and kernel agree")
            : style.strong("disagreement") + ": " + Lines.count(differ, "difference"));
    return lines;
  }

  private static List<String> difference(Report.Found found, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.strong("disagreement") + " in " + found.origin() + ", shrunk:");
    lines.addAll(Lines.indented(found.text().lines().toList()));
    lines.add("");
    return lines;
  }

  private static List<String> notAsked(Report report) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    report.skipped().values().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    reasons.forEach(
        (reason, files) ->
            lines.add("not run: " + Lines.count(files, "litmus file") + ": " + reason));
    if (report.notRun() > 0) {
      lines.add("not run: " + Lines.count(report.notRun(), "random run"));
    }
    lines.add(
        Lines.count(report.dropped(), "drawn call")
            + " not asked: nobody to make them, or outside the model (LIMITS.md)");
    return lines;
  }

  private static String rate(Report report, Optional<Double> baseline) {
    String rate =
        "%s runs/s over %s"
            .formatted(
                Lines.grouped(Math.round(report.runsPerSecond())), Lines.seconds(report.seconds()));
    return baseline
        .map(
            bare ->
                rate
                    + "; a bare C loop %s runs/s: %.2f of it"
                        .formatted(Lines.grouped(Math.round(bare)), report.runsPerSecond() / bare))
        .orElse(rate);
  }

  private static List<String> coverage(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "coverage: %d of %d pairs of a call with success or a gate"
            .formatted(report.reached(), report.possible().size()));
    lines.addAll(missing(report));
    report.unexpected().forEach(pair -> lines.add("  not in the table: " + pair));
    return lines;
  }

  private static List<String> missing(Report report) {
    List<String> lines = new ArrayList<>();
    report.missing().entrySet().stream()
        .limit(MOST_MISSING)
        .forEach(one -> lines.add("  missing " + one.getKey() + ": " + one.getValue()));
    int more = report.missing().size() - lines.size();
    if (more > 0) {
      lines.add("  and %d more, all in --format json".formatted(more));
    }
    return lines;
  }

  private static List<String> success(Report report) {
    List<String> shares = new ArrayList<>();
    report
        .coverage()
        .success()
        .forEach((call, share) -> shares.add("%s %d%%".formatted(call, Math.round(share * 100))));
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < shares.size(); from += A_LINE) {
      lines.add(String.join("  ", shares.subList(from, Math.min(shares.size(), from + A_LINE))));
    }
    return lines;
  }
}
