package watertight.model.linux.world;

import java.util.List;

/**
 * The start state of a run: the default world, changed by these lines in order.
 *
 * @param lines the lines
 */
public record World(List<WorldLine> lines) {
  /** The default world. */
  public static final World DEFAULT = new World(List.of());

  public World {
    lines = List.copyOf(lines);
  }

  /** This world on a machine whose limits and sysctls are given. */
  public World withoutRules() {
    return new World(lines.stream().filter(line -> !(line instanceof WorldLine.Rule)).toList());
  }
}
