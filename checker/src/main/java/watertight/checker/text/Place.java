package watertight.checker.text;

import java.util.List;
import watertight.model.PlainCells;
import watertight.model.linux.world.BadWorld;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;

/**
 * Where something stands in a file.
 *
 * @param file the file's name, as it was given
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Place(String file, int line, int column) {
  /** The error that something else should stand here. */
  public InputError error(String found, String expected) {
    return new InputError(file, line, column, found, expected, List.of());
  }

  /** Throws the error of the first line of {@code world} that cannot be. */
  static void check(World world, List<Place> places) {
    try {
      WorldBuilder.build(world, PlainCells.empty());
    } catch (BadWorld bad) {
      throw places
          .get(bad.line())
          .error(
              "a line that cannot be here (" + bad.getMessage() + ")", "a world that can be made");
    }
  }
}
