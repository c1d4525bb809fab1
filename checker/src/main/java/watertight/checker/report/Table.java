package watertight.checker.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of cells that stand below each other. */
public final class Table {
  private static final String GAP = "  ";
  private final int widest;
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * A cell.
   *
   * @param text what it says
   * @param style how it is set off
   */
  public record Cell(String text, UnaryOperator<String> style) {
    /** A cell that is not set off. */
    public static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }
  }

  /** A table in which cells of more than {@code widest} characters do not widen their column. */
  public Table(int widest) {
    this.widest = widest;
  }

  /** A table of columns as wide as their widest cell. */
  public Table() {
    this(Integer.MAX_VALUE);
  }

  /** Adds a row. */
  public Table row(Cell... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Adds a row of plain cells. */
  public Table row(String... cells) {
    rows.add(Arrays.stream(cells).map(Cell::of).toList());
    return this;
  }

  /** The rows, each with its cells below those of the others. */
  public List<String> lines() {
    List<Integer> widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = width(row.get(i).text());
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), width > widest ? 0 : width));
      }
    }
    return widths;
  }

  private static String line(List<Cell> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    int last = row.size() - 1;
    while (last >= 0 && row.get(last).text().isEmpty()) {
      last--;
    }
    for (int i = 0; i <= last; i++) {
      Cell cell = row.get(i);
      line.append(cell.style().apply(cell.text()));
      if (i < last) {
        line.append(" ".repeat(Math.max(0, widths.get(i) - width(cell.text())))).append(GAP);
      }
    }
    return line.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
