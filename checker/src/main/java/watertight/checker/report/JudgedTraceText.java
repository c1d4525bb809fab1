package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import watertight.checker.conform.JudgedTrace;
import watertight.checker.conform.JudgedTrace.Row;
import watertight.checker.report.Table.Cell;
import watertight.checker.run.Where;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;

/**
 * A trace beside the model with all guards and the kernel: a column for each, and where they first
 * are not the same.
 */
public final class JudgedTraceText {
  private static final int WIDEST = 72;

  private final JudgedTrace judged;
  private final RenderedTrace trace;
  private final Where where;
  private final Style style;

  private JudgedTraceText(JudgedTrace judged, Where where, Style style) {
    this.judged = judged;
    this.trace = judged.trace();
    this.where = where;
    this.style = style;
  }

  /** The trace, line by line. */
  public static List<String> lines(JudgedTrace judged, Where where, Style style) {
    return new JudgedTraceText(judged, where, style).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(TraceText.head(trace, style));
    lines.add("steps");
    lines.addAll(Lines.indented(table().lines()));
    lines.add("goal " + trace.goal() + (trace.without().isEmpty() ? "" : ", with a guard away"));
    judged.notRun().ifPresent(reason -> lines.add(style.open("not run: ") + reason));
    judged.host().ifPresent(host -> lines.add("kernel: " + host.text()));
    if (judged.rows().stream().anyMatch(row -> row.model().isPresent())) {
      lines.add(said());
    }
    return lines;
  }

  private Table table() {
    Table table = new Table(WIDEST);
    table.row(row("", "step", title(), "model", "kernel", "gate"));
    for (int i = 0; i < trace.steps().size(); i++) {
      TraceStep step = trace.steps().get(i);
      Row row = judged.rows().get(i);
      boolean first = judged.firstDifference().orElse(0) == step.n();
      UnaryOperator<String> mark = first ? style::strong : UnaryOperator.identity();
      table.row(
          cells(
              Cell.of(String.valueOf(step.n())),
              Cell.of("[" + step.task() + "] " + step.call()),
              new Cell(step.result(), mark),
              new Cell(row.model().orElse(""), mark),
              new Cell(row.kernel().orElse(""), mark),
              new Cell(row.gate().orElse(""), style::open)));
    }
    return table;
  }

  private String title() {
    return trace.without().isEmpty() ? "found" : "guard away";
  }

  private Cell[] row(String... texts) {
    Cell[] cells = new Cell[texts.length];
    for (int i = 0; i < texts.length; i++) {
      cells[i] = Cell.of(texts[i]);
    }
    return cells(cells);
  }

  /** The cells without those of a side that was not asked for. */
  private Cell[] cells(Cell... cells) {
    List<Cell> shown = new ArrayList<>(List.of(cells));
    if (where == Where.KERNEL) {
      shown.remove(5);
      shown.remove(3);
    }
    return shown.toArray(Cell[]::new);
  }

  private String said() {
    if (judged.disagreement().isPresent()) {
      return style.bad("disagreement") + ": " + judged.disagreement().get();
    }
    String both = judged.host().isPresent() ? "model and kernel" : "the model";
    if (judged.firstDifference().isEmpty()) {
      return trace.without().isEmpty()
          ? both + (judged.host().isPresent() ? " go" : " goes") + " the same way to the goal"
          : "no difference with all guards: none of these calls tells what is away";
    }
    int n = judged.firstDifference().getAsInt();
    Row row = judged.rows().get(n - 1);
    String answer = row.model().orElse("nobody to make the call");
    boolean same = answer.equals(trace.steps().get(n - 1).result());
    return "first difference at step %d, with %s: %s%s in %s"
        .formatted(
            n,
            trace.without().isEmpty() ? "the settings of this machine" : "all guards",
            same ? "another state" : answer,
            row.gate().map(gate -> " (" + gate + ")").orElse(""),
            both);
  }
}
