package watertight.checker.text.charge;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.charge.Workload;

/**
 * A run of the charge machine with expectations.
 *
 * @param name what it shows, in plain words
 * @param claim the claim that it is about, such as {@code memory/never-overcharged}
 * @param source where the expectations come from
 * @param without the guards that are taken away
 * @param workload who charges what
 * @param steps the run
 */
public record ChargeLitmus(
    String name,
    Optional<String> claim,
    Optional<String> source,
    Set<Guard> without,
    Workload workload,
    List<ChargeStep> steps) {
  /** The name in the line {@code machine}. */
  public static final String MACHINE = "charge";

  public ChargeLitmus {
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    steps = List.copyOf(steps);
  }
}
