package watertight.model;

import java.util.List;

/**
 * Parts of a machine that play the same part: when the values of two rows change places, every run
 * from there is as before but for the names. Values in these cells, and in all others, must not
 * name the rows.
 *
 * @param rows the cells of each part, in the same order in each
 */
public record Interchangeable(List<List<Cell<?>>> rows) {
  public Interchangeable {
    rows = rows.stream().map(List::<Cell<?>>copyOf).toList();
  }
}
