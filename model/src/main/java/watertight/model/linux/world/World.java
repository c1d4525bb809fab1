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

  /** The rule that says how many PID namespaces there may be from the world's own down. */
  public static final String PID_LEVELS = "pid_levels";

  public World {
    lines = List.copyOf(lines);
  }

  /** This world on a machine whose limits and sysctls are given; how deep it lies is its own. */
  public World withoutRules() {
    return new World(lines.stream().filter(line -> !isOfMachine(line)).toList());
  }

  private static boolean isOfMachine(WorldLine line) {
    return line instanceof WorldLine.Rule rule && !rule.name().equals(PID_LEVELS);
  }
}
