package watertight.model.linux;

import watertight.model.Gate;
import watertight.model.Guard;
import watertight.model.Guards;

/**
 * The rule set that every rule is given: which guards are in force, the settings, the bounds.
 *
 * @param guards the guards in force
 * @param settings limits and sysctls
 * @param bounds how many objects there may be
 */
public record Rules(Guards guards, Settings settings, Bounds bounds) {
  /** All guards, as on Linux 6.18. */
  public static final Rules LINUX = new Rules(Guards.all(), Settings.LINUX_6_18, Bounds.NONE);

  /** Whether {@code gate} is in force and its condition holds. */
  public boolean refuses(Gate gate, boolean condition) {
    return condition && guards.has(gate);
  }

  /** Whether the choice is in force. */
  public boolean has(Guard choice) {
    return guards.has(choice);
  }

  /** These rules with other guards. */
  public Rules with(Guards guards) {
    return new Rules(guards, settings, bounds);
  }

  /** These rules with other settings. */
  public Rules with(Settings settings) {
    return new Rules(guards, settings, bounds);
  }

  /** These rules with other bounds. */
  public Rules with(Bounds bounds) {
    return new Rules(guards, settings, bounds);
  }
}
