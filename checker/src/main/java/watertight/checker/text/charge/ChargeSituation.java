package watertight.checker.text.charge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeGoal;

/**
 * A scenario of the charge machine: parties that run programs of charges, in any interleaving.
 *
 * @param title what it is about
 * @param claim the claim that it is about
 * @param workload who charges what
 * @param parties the names of the parties, in the order of their tasks
 * @param goal what must not be reached
 * @param without the guards that are configured away
 * @param depths the most steps of each scope that has a line; without one there is no bound
 */
public record ChargeSituation(
    String title,
    Optional<String> claim,
    Workload workload,
    List<String> parties,
    ChargeGoal goal,
    Set<Guard> without,
    Map<String, Integer> depths) {
  public ChargeSituation {
    parties = List.copyOf(parties);
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    depths = Collections.unmodifiableMap(new LinkedHashMap<>(depths));
  }

  /** The most steps within a scope: those of the default where it has no line. */
  public int depth(String scope) {
    return depths.getOrDefault(scope, depths.getOrDefault("default", Integer.MAX_VALUE));
  }
}
