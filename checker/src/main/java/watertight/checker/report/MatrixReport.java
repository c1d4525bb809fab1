package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.matrix.Catch;
import watertight.checker.matrix.Row;
import watertight.checker.verdict.EngineId;

/** Guards and engines, as a table and as JSON. */
public final class MatrixReport {
  private MatrixReport() {}

  /** The table. */
  public static List<String> text(List<Row> rows, List<EngineId> engines, Style style) {
    Table table = new Table();
    List<Table.Cell> head =
        new ArrayList<>(List.of(strong("system", style), strong("guard away", style)));
    engines.forEach(engine -> head.add(strong(engine.text(), style)));
    table.row(head.toArray(Table.Cell[]::new));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.system(), row.guard()));
      engines.forEach(engine -> cells.add(cell(row.engines().get(engine))));
      table.row(cells.toArray(String[]::new));
    }
    List<String> lines = new ArrayList<>(table.lines());
    long caught = rows.stream().filter(Row::isCaught).count();
    lines.add(
        "%s: %d missed by all".formatted(Lines.count(rows.size(), "guard"), rows.size() - caught));
    return lines;
  }

  private static Table.Cell strong(String text, Style style) {
    return new Table.Cell(text, style::strong);
  }

  private static String cell(Catch found) {
    return switch (found) {
      case Catch.DoesNotApply none -> "-";
      case Catch.Missed missed -> "missed";
      case Catch.Caught(String claim, int steps, List<String> with) ->
          Lines.count(steps, "step") + (with.isEmpty() ? "" : " with " + String.join(", ", with));
    };
  }

  /** The object, as text. */
  public static List<String> json(List<Row> rows) {
    ObjectNode object = Json.versioned();
    ArrayNode guards = object.putArray("guards");
    for (Row row : rows) {
      ObjectNode guard = guards.addObject().put("guard", row.guard()).put("system", row.system());
      guard.set("claims", Json.strings(row.claims()));
      ObjectNode engines = guard.putObject("engines");
      for (Map.Entry<EngineId, Catch> one : row.engines().entrySet()) {
        engines.set(one.getKey().text(), json(one.getValue()));
      }
    }
    return Json.lines(object);
  }

  private static ObjectNode json(Catch found) {
    ObjectNode object = Json.object();
    switch (found) {
      case Catch.DoesNotApply(String reason) -> object.put("applies", false).put("reason", reason);
      case Catch.Missed missed -> object.put("applies", true).put("caught", false);
      case Catch.Caught(String claim, int steps, List<String> with) -> {
        object.put("applies", true).put("caught", true).put("steps", steps);
        object.set("with", Json.strings(with));
        object.put("claim", claim);
      }
    }
    return object;
  }
}
