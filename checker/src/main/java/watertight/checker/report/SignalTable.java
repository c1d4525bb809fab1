package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.conform.Report;
import watertight.checker.conform.Sent;

/** Which signals of kill conform has met: by sender, receiver and what that does with them. */
final class SignalTable {
  private SignalTable() {}

  /** Every cell, met or not. */
  private static SortedMap<Sent.Place, Long> cells(Report report) {
    SortedMap<Sent.Place, Long> cells = new TreeMap<>();
    for (Sent.From from : Sent.From.values()) {
      for (boolean init : List.of(true, false)) {
        for (Sent.Does does : Sent.Does.values()) {
          cells.put(new Sent.Place(from, init, does), 0L);
        }
      }
    }
    cells.putAll(report.coverage().places());
    return cells;
  }

  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("signals by kill, from whom to whom, and what becomes of them:");
    StringBuilder head = new StringBuilder("  %-19s".formatted(""));
    for (Sent.Does does : Sent.Does.values()) {
      head.append("%10s".formatted(does.name().toLowerCase(Locale.ROOT)));
    }
    lines.add(head.toString());
    Map<String, StringBuilder> rows = new TreeMap<>();
    List<String> order = new ArrayList<>();
    cells(report)
        .forEach(
            (cell, count) -> {
              if (!rows.containsKey(cell.row())) {
                order.add(cell.row());
              }
              rows.computeIfAbsent(cell.row(), r -> new StringBuilder("  %-19s".formatted(r)))
                  .append("%10s".formatted(Lines.grouped(count)));
            });
    order.forEach(row -> lines.add(rows.get(row).toString()));
    List<String> forms = new ArrayList<>();
    for (Sent.Form form : Sent.Form.values()) {
      long count = report.coverage().forms().getOrDefault(form, 0L);
      forms.add("%s %s".formatted(form.text(), Lines.grouped(count)));
    }
    lines.add("  kill of " + String.join(", ", forms));
    lines.add(
        "  several tasks had signals to take at once in %s; another order than that of letters in %s"
            .formatted(
                Lines.count(report.orders(), "run"), Lines.count(report.otherOrders(), "run")));
    return lines;
  }

  static ObjectNode json(Report report) {
    ObjectNode signals = Json.object();
    ObjectNode forms = signals.putObject("kill");
    for (Sent.Form form : Sent.Form.values()) {
      forms.put(form.text(), report.coverage().forms().getOrDefault(form, 0L));
    }
    ArrayNode cells = signals.putArray("cells");
    cells(report)
        .forEach(
            (cell, count) ->
                cells
                    .addObject()
                    .put("sender", cell.from().name().toLowerCase(Locale.ROOT))
                    .put("receiver", cell.init() ? "init" : "other")
                    .put("disposition", cell.does().name().toLowerCase(Locale.ROOT))
                    .put("count", count));
    return signals.put("severalOrders", report.orders()).put("otherOrders", report.otherOrders());
  }
}
