package watertight.checker.text.hostcall;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.enclave.hostcall.Situation;

/**
 * A run of the host-call machine with expectations.
 *
 * @param name what it shows, in plain words
 * @param claim the claim that it is about
 * @param source where the expectations come from
 * @param without the guards that are taken away
 * @param situation the enclave, and the calls that it makes in the run
 * @param steps the run
 */
public record HostcallLitmus(
    String name,
    Optional<String> claim,
    Optional<String> source,
    Set<Guard> without,
    Situation situation,
    List<HostcallStep> steps) {
  /** The name in the line {@code machine}. */
  public static final String MACHINE = "hostcall";

  public HostcallLitmus {
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    steps = List.copyOf(steps);
  }
}
