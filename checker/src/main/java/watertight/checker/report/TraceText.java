package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import watertight.checker.report.Table.Cell;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;

/** A trace as text: strace's lines, then who refused, then what is different. */
public final class TraceText {
  private static final int WIDEST = 72;

  private TraceText() {}

  /** The trace, line by line. */
  public static List<String> lines(RenderedTrace trace, Style style) {
    List<String> lines = new ArrayList<>(head(trace, style));
    lines.add("steps");
    lines.addAll(
        Lines.indented(
            switch (trace.layout()) {
              case LINES -> steps(trace.steps(), style);
              case COLUMNS -> columns(trace.steps(), style);
            }));
    trace.loopFrom().ifPresent(from -> lines.add("and from step " + from + " again, without end"));
    lines.add("goal " + trace.goal());
    return lines;
  }

  /** What stands before the steps: length, guards that are away, settings, world. */
  static List<String> head(RenderedTrace trace, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.strong(heading(trace)));
    if (!trace.without().isEmpty()) {
      lines.add("without " + String.join(", ", trace.without()));
    }
    if (!trace.rules().isEmpty()) {
      lines.add("rules " + rules(trace.rules()));
    }
    if (!trace.world().isEmpty()) {
      lines.add("world");
      lines.addAll(Lines.indented(trace.world()));
    }
    return lines;
  }

  private static String heading(RenderedTrace trace) {
    String what = trace.claim().orElse("trace");
    String length = Lines.count(trace.steps().size(), "step");
    String by = trace.engine().map(engine -> ", found by " + engine).orElse("");
    return what + ": " + length + (trace.shortest() ? ", the shortest" : "") + by;
  }

  static String rules(Map<String, Integer> rules) {
    return rules.entrySet().stream()
        .map(rule -> rule.getKey() + "=" + rule.getValue())
        .collect(Collectors.joining(" "));
  }

  private static List<String> steps(List<TraceStep> steps, Style style) {
    Table table = new Table(WIDEST);
    for (TraceStep step : steps) {
      List<String> changes = step.changed().stream().map(TraceText::change).toList();
      table.row(
          Cell.of(String.valueOf(step.n())),
          Cell.of("[" + step.task() + "] " + step.call()),
          Cell.of(step.result().isEmpty() ? "" : "= " + step.result()),
          new Cell(step.gate().orElse(""), style::open),
          new Cell(changes.isEmpty() ? "" : changes.getFirst(), style::faint));
      for (int i = 1; i < changes.size(); i++) {
        table.row(
            Cell.of(""),
            Cell.of(""),
            Cell.of(""),
            Cell.of(""),
            new Cell(changes.get(i), style::faint));
      }
    }
    return table.lines();
  }

  /** Who does what when, and what became of the counters. */
  private static List<String> columns(List<TraceStep> steps, Style style) {
    List<String> tasks = steps.stream().map(TraceStep::task).distinct().sorted().toList();
    Table table = new Table(WIDEST);
    table.row(row("", task -> task, tasks, Cell.of("")));
    for (TraceStep step : steps) {
      String did = step.call() + " = " + step.result();
      String changes =
          step.changed().stream().map(TraceText::change).collect(Collectors.joining(", "));
      table.row(
          row(
              String.valueOf(step.n()),
              task -> task.equals(step.task()) ? did : "",
              tasks,
              new Cell(changes, style::faint)));
    }
    return table.lines();
  }

  private static Cell[] row(
      String first, UnaryOperator<String> ofTask, List<String> tasks, Cell last) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(first));
    tasks.forEach(task -> cells.add(Cell.of(ofTask.apply(task))));
    cells.add(last);
    return cells.toArray(Cell[]::new);
  }

  private static String change(TraceStep.Change change) {
    if (change.from().isEmpty()) {
      return change.what() + ": new, " + change.to();
    }
    if (change.to().isEmpty()) {
      return change.what() + ": gone, was " + change.from();
    }
    return change.what().equals(change.from())
        ? change.what() + " → " + change.to()
        : change.what() + ": " + change.from() + " → " + change.to();
  }
}
