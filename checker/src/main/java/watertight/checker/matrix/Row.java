package watertight.checker.matrix;

import java.util.List;
import java.util.Map;
import watertight.checker.verdict.EngineId;

/**
 * One guard.
 *
 * @param guard its name
 * @param system the system whose claims rest on it
 * @param claims these claims
 * @param engines what each engine makes of its absence
 */
public record Row(String guard, String system, List<String> claims, Map<EngineId, Catch> engines) {
  public Row {
    claims = List.copyOf(claims);
  }

  /** Whether some engine notices that the guard is away. */
  public boolean isCaught() {
    return engines.values().stream().anyMatch(Catch.Caught.class::isInstance);
  }
}
