package watertight.checker.text.hostcall;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.claim.HostcallGoal;

/**
 * A scenario of the host-call machine: an enclave with its program, and a host that answers.
 *
 * @param title what it is about
 * @param claim the claim that it is about
 * @param situation the enclave, its program, and the powers of its host
 * @param goal what must not be reached
 * @param without the guards that are configured away
 */
public record HostcallScenario(
    String title,
    Optional<String> claim,
    Situation situation,
    HostcallGoal goal,
    Set<Guard> without) {
  public HostcallScenario {
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
  }
}
