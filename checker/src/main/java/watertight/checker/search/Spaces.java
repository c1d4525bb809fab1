package watertight.checker.search;

import java.util.Map;

/** The state spaces of machines that need no file to be told: by name. */
public final class Spaces {
  private static final Map<String, Space> MACHINES = Map.of("charge", new ChargeSpace());

  private Spaces() {}

  /** Each with its name. */
  public static Map<String, Space> machines() {
    return MACHINES;
  }
}
