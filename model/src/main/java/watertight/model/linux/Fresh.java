package watertight.model.linux;

import java.util.function.IntFunction;
import watertight.model.Cell;
import watertight.model.Cells;

/** Finds numbers for new objects. */
public final class Fresh {
  private Fresh() {}

  /** The lowest number whose cell is absent. */
  public static int id(Cells cells, IntFunction<Cell<?>> cell) {
    return idFrom(cells, 0, cell);
  }

  /** The lowest number from {@code first} on whose cell is absent. */
  public static int idFrom(Cells cells, int first, IntFunction<Cell<?>> cell) {
    int id = first;
    while (cells.has(cell.apply(id))) {
      id++;
    }
    return id;
  }
}
