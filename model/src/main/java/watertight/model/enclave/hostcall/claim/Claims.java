package watertight.model.enclave.hostcall.claim;

import java.util.List;
import java.util.Set;
import watertight.model.Claim.Check;
import watertight.model.Claim.Twin;
import watertight.model.Guard;

/** Short forms for the tables of claims. */
final class Claims {
  private Claims() {}

  static Check check(String scenario, Twin... twins) {
    return new Check(scenario, List.of(twins));
  }

  /** The shortest lie that does harm without these guards has so many steps. */
  static Twin twin(int steps, Guard... away) {
    return new Twin(Set.of(away), steps);
  }
}
