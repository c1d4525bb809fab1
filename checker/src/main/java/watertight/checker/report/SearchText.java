package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import watertight.checker.verdict.Verdict;

/** The answer to somebody's own situation, as text. */
public final class SearchText {
  private SearchText() {}

  /** The verdict with its bound, the trace, and the guards that decide. */
  public static List<String> lines(SearchReport report, Style style) {
    List<String> lines = new ArrayList<>();
    report.trace().ifPresent(trace -> lines.addAll(TraceText.lines(trace, style)));
    String verdict = CheckText.verdict(report.evidence());
    lines.add(style.strong(verdict) + ": " + CheckText.details(report.evidence()));
    if (report.evidence().verdict().answers()) {
      lines.addAll(sets(report));
    }
    return lines;
  }

  private static List<String> sets(SearchReport report) {
    List<String> lines = new ArrayList<>();
    if (report.trace().isPresent() && report.trace().get().without().isEmpty()) {
      return List.of("stopped by: no guard is away that could be put back");
    }
    String looked = report.size() == 0 ? "not looked at, the time was spent" : looked(report);
    if (report.sets().isEmpty()) {
      lines.add(report.meaning() + ": " + looked);
      return lines;
    }
    lines.add(report.meaning() + " (" + looked + ")");
    report.sets().forEach(set -> lines.add("  " + String.join(" and ", set)));
    return lines;
  }

  private static String looked(SearchReport report) {
    boolean none = report.sets().isEmpty();
    String sets =
        report.evidence().verdict() == Verdict.HOLDS
            ? "sets of at most " + report.size()
            : "of what is away, sets of at most " + report.size();
    return (none ? "nothing among " : "all ") + sets;
  }
}
