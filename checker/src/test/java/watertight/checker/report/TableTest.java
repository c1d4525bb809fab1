package watertight.checker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import watertight.checker.report.Table.Cell;

class TableTest {

  @Test
  void columnsStandBelowEachOther() {
    assertEquals(
        List.of("a    b", "long c"),
        new Table()
            .row("a", "b").row("long", "c").lines().stream()
                .map(line -> line.replaceFirst("  ", " "))
                .toList());
  }

  @Test
  void nothingFollowsTheLastCellThatSaysSomething() {
    assertEquals(List.of("a", "b  c"), new Table().row("a", "", "").row("b", "c", "").lines());
  }

  @Test
  void aCellThatIsTooWidePushesOnlyItsOwnRow() {
    assertEquals(
        List.of("abcdef  x", "ab  y"), new Table(4).row("abcdef", "x").row("ab", "y").lines());
  }

  @Test
  void colourDoesNotCount() {
    Table table = new Table();
    table.row(new Cell("ab", Style.COLOUR::bad), Cell.of("x")).row("abc", "y");
    assertEquals(List.of("\u001b[31mab\u001b[0m   x", "abc  y"), table.lines());
  }
}
