package watertight.checker.text.sgx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.World;

/**
 * A scenario of the SGX machine.
 *
 * @param title what it is about
 * @param claim the claim that is to be broken
 * @param world what there is
 * @param powers who may do what
 * @param without the guards that are configured away
 * @param depths the most steps of each scope that has a line; without one there is no bound
 */
public record SgxSituation(
    String title,
    String claim,
    World world,
    Powers powers,
    Set<Guard> without,
    Map<String, Integer> depths) {
  public SgxSituation {
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    depths = Collections.unmodifiableMap(new LinkedHashMap<>(depths));
  }

  /** The most steps within a scope: those of the default where it has no line. */
  public int depth(String scope) {
    return depths.getOrDefault(scope, depths.getOrDefault("default", Integer.MAX_VALUE));
  }
}
